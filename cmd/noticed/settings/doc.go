// Package settings is about what a firm sets once, in the environment or in a
// file: it finds the settings in the model of the command line, reads and checks
// the file, says where a value comes from and writes the reference.
//
// A setting is a flag that has a variable. It is declared in one place, the
// struct tags of the command that takes it: name, help, default, variable (env),
// an example, and the check its values must pass (check). A flag with a variable
// that is no setting has the tag nosetting. Nothing about a single
// setting stands here. A value on the command line goes before one in the
// environment, that before one in the file, and that before the default.
package settings
