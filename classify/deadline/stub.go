package deadline

// Known says whether id is a rule that a catalogue row may name.
func Known(id string) bool { return id != "" }

// Compute returns the deadlines that the rule gives for the facts of the notice.
func Compute(in Input) Result { return Result{} }
