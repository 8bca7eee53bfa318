package sandbox
import ("testing";"os";"time";"fmt";"context";"noticed/extract";"noticed";"sync")
func TestSpike100(t *testing.T){
 b,_:=os.ReadFile("/tmp/fx/scan.tif"); c,_:=os.ReadFile("/tmp/fx/chromium.pdf")
 ctx:=context.Background()
 n:=100; if testing.Short(){n=10}
 var wg sync.WaitGroup; ok:=0; var mu sync.Mutex; var starts time.Duration; var maxrss int64
 for w:=0;w<3;w++{ wg.Add(1); go func(){ defer wg.Done()
 for i:=0;i<n/3+1;i++{
 p,err:=New(Config{}); if err!=nil{t.Fatal(err)}
 t0:=time.Now()
 d,err:=p.Open(ctx,c); if err!=nil{t.Error(err);p.Close();continue}
 st:=time.Since(t0)
 a,err:=d.Read(ctx,extract.Request{Page:1,Region:noticed.WholePage,Effort:extract.Text}); if err!=nil||len(a.Words)!=82{t.Error(err,len(a.Words))}
 d.Close()
 d,err=p.Open(ctx,b); if err!=nil{t.Error(err);p.Close();continue}
 a,err=d.Read(ctx,extract.Request{Page:1,Region:noticed.Box{0,0,1,.1},Effort:extract.Full}); if err!=nil||len(a.Words)<5{t.Error(err,len(a.Words))}
 rss:=resident(d.(*document).slot.child.cmd.Process.Pid)
 d.Close()
 if !p.Sealed().Whole(){t.Error("not sealed")}
 mu.Lock(); ok++; starts+=st; maxrss=max(maxrss,rss); mu.Unlock()
 p.Close()
 }}()}
 wg.Wait()
 fmt.Println(ok,"of",3*(n/3+1),"mean start+open",starts/time.Duration(ok),"max rss MB",maxrss>>20)
}
