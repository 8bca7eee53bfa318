// Package mail tells what a piece of mail seems to be that is not a notice of
// the IRS, and who sent it: a state's tax notice, a bank's letter, a wage
// statement, a letter that imitates the IRS. A state's levy must not vanish in a
// pile of advertising, and an imitation must not be taken for the real thing.
//
// It goes by signs (signs.csv): words that such mail has in its letterhead, its
// title or anywhere, each with a weight; and by how its letter begins and ends.
// It says how much a paper speaks as the IRS does, too. It must not decide
// whether something is a notice of the IRS: the session does, from codes and
// blocks; and it must not read amounts or days, which are none of noticed's
// business on such mail.
package mail
