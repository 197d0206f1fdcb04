# A routine's page, and its positions in words.

routine-start = Start
routine-minutes =
    { $minutes ->
        [one] about { $minutes } minute
       *[other] about { $minutes } minutes
    }
routine-part = A part at a time: about { $minutes } minutes, what is longest undone first.
routine-facts = At a glance
routine-how-long = How long
routine-how-often = How often
routine-week =
    { $kind ->
        [daily] Every day
        [once] Once a week
        [same] { $least } times a week
       *[range] { $least } to { $most } times a week
    }
routine-day =
    { $kind ->
        [once] once a day
        [same] { $least } times a day
       *[range] { $least } to { $most } times a day
    }
routine-good-for = What it is for
routine-needs = What you need
# What belongs to a routine, also once it is done [B10].
routine-goes-with = Do { $titles } as well: they belong together.
routine-closed = Not today
routine-today = Today
routine-positions = All positions
routine-left-out = Left out for you now
routine-level = Level { $level }

## Positions

position-often =
    { $sides ->
        [none] { $times ->
            [1] Once.
            [2] Twice.
           *[other] { $times } times.
        }
       *[both] { $times ->
            [1] Once on each side.
            [2] Twice on each side.
           *[other] { $times } times on each side.
        }
    }
position-sides = The pictures show the { $side } side. The { $other } side gets just the same.
position-felt = Felt in: { $place }.
position-passed = Passed through, not held.
position-hold = Hold { $seconds } seconds.
position-open-hold = Hold as long as it is comfortable, up to { $seconds } seconds.
position-gate = Only if you say yes, and only after { $seconds } seconds of “{ $position }”.
position-gate-round = Only the { $round ->
        [2] second
       *[other] { $round }th
    } time round, only if you say yes, and only after { $seconds } seconds of “{ $position }”.

## When not to do it

routine-when-not = When not to do it
routine-stop = Stop at once if you feel
routine-stop-about = Come out of the stretch first, then say so with one tap. It lets go at once and tells you what to do.
routine-questions = What is asked before it
routine-questions-about = If any of these is so, or if you are not sure, the session does not start, or a part is left out.
routine-excludes-title = What is left out for whom
routine-excludes-about = These come from your health profile, which you can change in the settings.
routine-excludes = { $stretch } is left out
routine-excludes-all = all of it is left out
routine-excludes-level = { $stretch } goes up to level { $level }
routine-excludes-own = in your profile
routine-mentions = To bear in mind

## Where it comes from

routine-from = Where it comes from
routine-from-about = From the clinic's handout where it says so, from research where that adds something, else it is our own choice.
routine-from-clauses = Part by part
routine-from-what = What
routine-from-clause = From
routine-origin-whole = The routine as a whole
routine-origin-dose = How often
routine-reviewed = Reviewed by { $by } on { $on }.
routine-unreviewed = No clinician has reviewed this routine yet.

## Options

routine-options = Your options
routine-options-about = What you choose holds from the next session on. The plan may still give you less on a day that asks for it.
routine-hold = Seconds to hold
routine-hold-hint = { $least } to { $most }. Usual: { $usual }.
routine-repeats = Times each
routine-repeats-hint = { $least } to { $most }. Usual: { $usual }.
routine-cap = The longest hold, in seconds
routine-cap-hint = { $least } to { $most }. Left empty, it is as the routine has it. You can always let go earlier.
routine-lead = The side that goes first, in every routine
routine-left = Left
routine-right = Right
routine-pace = Pace, in every routine
routine-pace-usual = Usual
routine-pace-easy = Easy: twice the time to move and to change sides; holds stay as they are
routine-levels = How far you may go
routine-levels-about = No level is better than another. A higher one only adds a question during the hold: without your yes it stays as it is.
# Where levels above the first are opened [A11].
routine-levels-caution = The higher levels are big stretches. They need nerves that move freely. Watch for pain, numbness and tingling. If you feel any of them, stop and come out: that was too much.
routine-level-opens = Up to “{ $position }”
routine-save = Save
routine-saved = Saved.
routine-not-saved = Nothing is saved yet. Look at what is marked below.
routine-wrong-number = Write a whole number from { $least } to { $most }, or leave it empty.
routine-wrong-level = This level is not open just now. Choose one that is.
routine-wrong-lead = Choose left or right.
routine-wrong-pace = Choose usual or easy.

## To take away

routine-take-away = To take away
routine-print = Print this page
routine-handout = A handout to print (PDF)
routine-handout-large = The same in large print
routine-calendar = Put it in your calendar
