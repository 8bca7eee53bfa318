package man

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"

	"noticed/cmd/noticed/settings"
)

// Page is a manual page.
type Page struct {
	Name    string // noticed-submit
	Section int
	Text    string // in roff
}

// File is where man looks for it below a directory of its path.
func (p Page) File() string { return fmt.Sprintf("man%d/%s.%d", p.Section, p.Name, p.Section) }

// Book is what the pages are written from.
type Book struct {
	App      *kong.Application
	Version  string // of the program
	Settings []settings.Setting
	File     string // name of the configuration file's page
	About    string // what stands above the settings
}

// Pages writes all pages: that of the program, one for each command, one for the
// configuration file.
func (b Book) Pages() []Page {
	pages := []Page{b.program()}
	for _, c := range b.App.Children {
		if !c.Hidden {
			pages = append(pages, b.command(c))
		}
	}
	return append(pages, b.configuration())
}

func (b Book) begin(name string, section int, help string) *page {
	p := &page{}
	p.title(name, section, b.App.Name+" "+b.Version, b.App.Name+" manual")
	p.section("name")
	p.b.WriteString(escape(name) + ` \- ` + escape(sentence(help)) + "\n")
	return p
}

// sentence is a sentence as it stands after a name: small, without the full stop.
func sentence(s string) string {
	s = strings.TrimSuffix(s, ".")
	if len(s) > 1 && s[1] >= 'a' && s[1] <= 'z' {
		s = strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

func (b Book) program() Page {
	first, rest, _ := strings.Cut(b.App.Help, "\n\n")
	short, _, _ := strings.Cut(strings.TrimPrefix(first, b.App.Name+" "), ". ")
	p := b.begin(b.App.Name, 1, short)
	p.section("synopsis")
	p.b.WriteString(bold(b.App.Name) + " " + italic("command") + " [" + italic("flags") + "]\n")
	p.section("description")
	p.text(first)
	p.section("commands")
	for _, c := range b.App.Children {
		if !c.Hidden {
			p.item(bold(b.App.Name+"-"+c.Name)+"(1)", c.Help)
		}
	}
	p.section("flags of every command")
	p.flags(b.App.Flags)
	if title, text, ok := strings.Cut(rest, ":\n\n"); ok {
		p.section(title)
		p.text(text)
	}
	p.section("see also")
	p.b.WriteString(bold(b.File) + "(5)\n")
	return Page{b.App.Name, 1, p.b.String()}
}

func (b Book) command(n *kong.Node) Page {
	name := b.App.Name + "-" + n.Name
	p := b.begin(name, 1, n.Help)
	p.section("synopsis")
	leaves := n.Leaves(true)
	if n.Leaf() {
		leaves = []*kong.Node{n}
	}
	for _, l := range leaves {
		p.synopsis(l)
	}
	p.section("description")
	p.text(n.Help)
	p.text(n.Detail)
	for _, l := range leaves {
		if l == n {
			p.section("flags")
		} else {
			p.section(b.App.Name + " " + strings.TrimSpace(l.Path()))
			p.text(l.Help)
			p.text(l.Detail)
		}
		for _, v := range l.Positional {
			p.item(italic(strings.ToUpper(v.Name)), v.Help)
		}
		p.flags(l.Flags)
	}
	p.section("see also")
	p.b.WriteString(bold(b.App.Name) + "(1), for the flags of every command and the exit codes; " + bold(b.File) + "(5)\n")
	return Page{name, 1, p.b.String()}
}

// synopsis shows how a command is called.
func (p *page) synopsis(n *kong.Node) {
	p.paragraph()
	p.b.WriteString(bold(n.FullPath()))
	for _, f := range n.Flags {
		if f.Required {
			p.b.WriteString(" " + bold("--"+f.Name) + " " + italic(f.FormatPlaceHolder()))
		}
	}
	p.b.WriteString(" [" + italic("flags") + "]")
	for _, v := range n.Positional {
		name := italic(strings.ToUpper(v.Name))
		if v.IsCumulative() {
			name += "..."
		}
		if !v.Required {
			name = "[" + name + "]"
		}
		p.b.WriteString(" " + name)
	}
	p.b.WriteString("\n")
}

// flags lists flags, those of a group together.
func (p *page) flags(all []*kong.Flag) {
	var groups []string
	grouped := map[string][]*kong.Flag{}
	for _, f := range all {
		if f.Hidden {
			continue
		}
		g := ""
		if f.Group != nil {
			g = strings.TrimSuffix(f.Group.Title, ":")
		}
		if grouped[g] == nil {
			groups = append(groups, g)
		}
		grouped[g] = append(grouped[g], f)
	}
	for _, g := range groups {
		if g != "" {
			p.subsection(g)
		}
		for _, f := range grouped[g] {
			p.item(flagTerm(f), flagText(f))
		}
	}
}

func flagTerm(f *kong.Flag) string {
	term := bold("--" + f.Name)
	if f.Tag.Negatable == "_" {
		term += ", " + bold("--no-"+f.Name)
	}
	if f.Short != 0 {
		term = bold("-"+string(f.Short)) + ", " + term
	}
	if !f.IsBool() && !f.IsCounter() {
		term += "=" + italic(strings.ToUpper(placeHolder(f)))
	}
	return term
}

// placeHolder is what stands for the value: not the default, which is told apart.
func placeHolder(f *kong.Flag) string {
	if f.PlaceHolder != "" {
		return f.PlaceHolder
	}
	return f.Name
}

func flagText(f *kong.Flag) string {
	text := f.Help
	var more []string
	if f.HasDefault && f.Default != "" {
		more = append(more, "Default: "+f.Default+".")
	}
	if len(f.Envs) > 0 {
		more = append(more, "Variable: "+strings.Join(f.Envs, ", ")+".")
	}
	return strings.Join(append([]string{text}, more...), " ")
}

// configuration is the page of the configuration file.
func (b Book) configuration() Page {
	p := b.begin(b.File, 5, "the configuration of "+b.App.Name)
	p.section("description")
	p.text(b.About)
	section := ""
	for _, s := range b.Settings {
		if s.Section != section {
			section = s.Section
			p.section(section)
		}
		text := s.Help
		if s.Default != "" {
			text += " Default: " + s.Default + "."
		}
		if s.Example != "" {
			text += " Example: " + s.Example + "."
		}
		p.item(bold(s.Name+":"), text+" Variable: "+s.Variable+".")
	}
	p.section("see also")
	p.b.WriteString(bold(b.App.Name+"-config") + "(1)\n")
	return Page{b.File, 5, p.b.String()}
}
