# A routine on paper. Nobody listens to paper: whatever it says must be enough to stop in time.

handout-for-whom = For adults whose clinic gave them this page.
handout-good-for = What it is for
handout-needs = What you need
handout-how-often = How often
handout-each-time-about = Walk about for a few minutes first, if you can. Move slowly. Stop at a gentle stretch, and keep breathing. More is not better.
handout-positions = The stretches
handout-read-first = Before the first time read “{ handout-when-not }”, page { $page }.
handout-facing = Seen from in front, it is as in a mirror.
handout-legend = An arrow shows which way to move, the dark patch where it is felt.
# Where a group of stretches is done, before the first of them.
handout-posture =
    { $posture ->
        [sitting] Sitting on the chair
        [kneeling] On the floor: go down slowly, a hand on the chair, and come up in the same way
       *[standing] Standing: get up slowly, and keep hold of something firm
    }
# How often a stretch is done. $sides: whether it has sides, and whether they take turns.
handout-often =
    { $sides ->
        [none] { $kind ->
            [once] Once.
            [same] { $most } times.
           *[range] { $least } to { $most } times.
        }
        [in-turn] { $kind ->
            [once] Once on one side, then once on the other.
            [same] { $most } times on one side, then { $most } times on the other.
           *[range] { $least } to { $most } times on one side, then as many on the other.
        }
       *[alternating] { $kind ->
            [once] Once on one side, then on the other.
           *[same] First one side, then the other: that is one round. { $most } rounds in all.
        }
    }
handout-shown =
    { $side ->
        [left] Shown: left side.
       *[right] Shown: right side.
    }
handout-mirrored = As in a mirror.
handout-hold =
    { $kind ->
        [range] { $least } to { $most } seconds.
       *[same] { $most } seconds.
    }
handout-hold-open = As long as it is comfortable, up to { $seconds } seconds.
# A position that not everybody goes on to.
handout-gate =
    { $round ->
        [0] Only if you want to, and only after { $seconds } seconds of “{ $position }”.
        [2] Only if you want to, only in the second round, and only after { $seconds } seconds of “{ $position }”.
       *[other] Only if you want to, only in round { $round }, and only after { $seconds } seconds of “{ $position }”.
    }
# Before the way out of a position that another one may follow, whose number is $next.
handout-going-on = Going on to { $next }? Stay as you are. If not:
# Where the higher levels begin [A11].
handout-higher = From here on the stretches are big, and need nerves that move freely. At any pain, numbness or tingling stop, and come out.
# The way out of the highest position: the words for letting go.
handout-way-out = Then come out slowly. { $words }
# What a symptom does here, where it does more than in the other stretches.
handout-ends-here = If you feel { $symptoms } here, stop for today.
handout-to-stop = To stop:

## What is filled in for one person

handout-patient = For:
handout-date = Date:
handout-therapist = From:
handout-reached = Telephone:
handout-your-hold = Hold for you, in seconds:
handout-your-repeats = Repeats for you:
handout-for-clinic = For the clinic:

## The stop rules

handout-stop = Stop at once if you feel:
handout-stop-first = Come out of the stretch first, slowly. Then see “{ handout-stop-about }”, page { $page }.
handout-stop-about = What to do then
handout-left-out = Left out for you for now
handout-call = Emergency: call { $number }

## When not to do it

handout-when-not = When not to do it
handout-when-not-about = Read this before the first time, once a month, and whenever something has changed. Not sure counts as yes.
handout-conditions = If this applies to you
handout-conditions-about = Ask your clinic before you do the numbers named here. What your clinic told you itself comes before this list.
handout-not = Do not do { $steps }:
handout-not-any = Do none of these:

## The grid

handout-grid = Four weeks
handout-grid-about = Tick each time you did it. If you like, write your pain before and after, from 0 (none) to 10. At { $high } or more before you start, read “{ handout-when-not }” again first. If it is worse the next morning, rest that day and ask your clinic.
handout-grid-week = Week
handout-done = Done
handout-pain = Pain
handout-before = before
handout-after = after

## At the foot

handout-clinic = Your clinic
handout-phone = Telephone:
handout-email = E-mail:
handout-open = Be guided through it
handout-open-about = Point the camera of a phone at the square and tap the link, or type:
handout-code = A code to scan that opens { $title } in Lissom.
handout-from = From
handout-from-about = all else is our own choice.
handout-version = version { $version }, { $digest }
handout-reviewed = Reviewed by { $by } on { $on }.
handout-unreviewed = Awaiting a clinician’s review.
handout-is = A guide to what a clinic handed out. It does not diagnose, and it does not know your body: you do.

## When none is made

handout-closed = { $title } is closed for you for now, so it is not put on paper. { $why }
