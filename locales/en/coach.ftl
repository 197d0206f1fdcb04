# What the coach says: why something is planned, closed or left out, and what opens it again.
# Plain and kind: what is so, why, and what opens it. Nothing here praises pushing harder, counts what
# was missed, or tells anyone that they are safe. $because and $lifts are messages of this file, $day and
# $next_day are made by coach-day, $stretch and $place are titles.

# A day as people say it; $month counts from 1.
coach-day =
    { $month ->
        [1] { $day } January
        [2] { $day } February
        [3] { $day } March
        [4] { $day } April
        [5] { $day } May
        [6] { $day } June
        [7] { $day } July
        [8] { $day } August
        [9] { $day } September
        [10] { $day } October
        [11] { $day } November
       *[12] { $day } December
    }
coach-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
coach-range = { $least } to { $most }
coach-name = { $name }
coach-everything = Everything
coach-place-left = { $place } (left)
coach-place-right = { $place } (right)
coach-symptom-pain = pain
coach-symptom-numbness = numbness
coach-symptom-tingling = tingling
coach-symptom-dizziness = dizziness
coach-symptom-hurts = something that hurt
coach-step-level = one level lower
coach-step-hold = the shortest hold
coach-step-repeats = the fewest repeats

## What comes before today's session

coach-go-on = { $title } was broken off a moment ago. Go on from its last resting place, or close it.
coach-close-open = { $title } was broken off more than { $minutes } minutes ago, so it closes as stopped. What you did counts.
coach-which = On { $day } something hurt in { $title }. First say what it was.
coach-next-morning = On { $day } you felt something. First say whether it is back to what is usual for you.
coach-after-session = One question about { $title }: did anything hurt, tingle or go numb?

## Why the questions come first, or why only one

coach-ask-first = The questions come first, because this is the first time.
coach-ask-changed = The full questions come first, because you said that something has changed.
coach-ask-high-pain = The full questions come first, because your pain was high.
coach-ask-emergency = The signs of an emergency come first, because your pain was high.
coach-ask-unsafe = The full questions come first, because one of your answers asked for care.
coach-ask-profile = The full questions come first, because your health profile has changed.
coach-ask-too-old = The full questions come first: they come back every { $days } days.
coach-ask-other-questions = The full questions come first: this routine asks something that you have not answered yet.
coach-screened = You answered the full questions on { $day }, so today there is only one: is anything new?
coach-health-list = Before you start comes a list about your health: tick what applies.
coach-floor-question = Before you start comes one question, about getting down to the floor.

## Why this routine, and how much of it

coach-daily = A few minutes a day, every day.
coach-dose = Done { $done } of { $dose } times this week.
coach-dose-first = Meant for { $dose } times a week.
coach-again = Done today already. Once more is within the dose, up to { $most } times a day.
coach-rest-of-day = Done today: { $done }. The rest makes the routine whole.
coach-portion = About { coach-minutes }: what is longest undone comes first.
coach-gentlest = The gentlest part, about { coach-minutes }. The rest is there if you want it.
coach-part-of-long = A part of about { coach-minutes }, what is longest undone first. All { $count } are there if you ask for them.
coach-portion-over = There is no shorter part: this one takes about { coach-minutes }.
coach-goes-with = { $title }: do it with { $other }, they belong together.
coach-goes-after = { $title }: do it as well, now that { $other } is done for today. They belong together.
coach-one-thing-more = { $sessions } sessions without a symptom. If you like, one thing more: a longer hold, or one more repeat. Staying as you are is just as good.

## What makes it less

coach-high-pain = Your pain was high today, so this is the shortest version, after some questions.
coach-step-back = It was worse the day after, so there is a little less today: { $steps }.
coach-level-weeks = Your clinic asks for { $weeks } weeks without a symptom before a higher level.
coach-capped = { $stretch }: up to level { $level } for now. { $because }. { $lifts }
coach-left-out = { $stretch } is left out for now. { $because }. { $lifts }
coach-excluded = { $stretch } is left out, because of your health profile: { $condition }.
coach-excluded-level = { $stretch }: up to level { $level }, because of your health profile: { $condition }.
coach-floor = { $stretch } is left out: it is done on the floor, and you said that getting up again, or a fall, is a concern.
coach-floor-unasked = { $stretch } is done on the floor. It waits until you have told whether you can get down and up again.
coach-own-choice = { $stretch } is left out, because you chose so.
coach-zone = The time zone { $zones } is not known here, so days lived there are counted as in UTC.
coach-rising = You got up a short while ago. Bending forward suits your back better later in the day.

## Why a routine is not for today

coach-closed = Everything is closed for now. { $because }. { $lifts }
coach-nothing-open = Nothing of { $title } is open to you for now.
coach-done-today = { $title } is done for today.
coach-done-this-week = This week's dose of { $title } is done: { $done } of { $dose } times.
coach-rest-today = You felt something here today, so leave it for today.
coach-tell-first = First say what hurt last time. Then your plan is made.
coach-pause = It was worse the day after, twice running. Leave the stretches until { $day }, and ask your clinic what suits you.
coach-blocked = Your pain was high today. Your clinic asks you not to stretch on such a day.

## What a restriction comes from; a full stop follows

coach-because-symptom = You told of { $symptom } at { $place } on { $day }
coach-because-symptom-before = You told of { $symptom } before you began, on { $day }
coach-because-emergency = On { $day } you told of a sign of an emergency
coach-because-get-checked = On { $day } you told of a sign to have checked
coach-because-after = On { $day } you told that something had hurt, tingled or gone numb
coach-because-settled = On { $day } it was not back to what is usual for you
coach-because-answer = Your answer on { $day } asked for care

## What lifts it

coach-lifts-cap-clean-session = It opens again after a session without a symptom, on a later day.
coach-lifts-cap-taken-back = You can take it back from { $next_day } on, if it has settled.
coach-lifts-leave-out-taken-back = You can take it back from { $next_day } on.
coach-lifts-close-taken-back = You can take it back from { $next_day } on, if it has settled.
coach-lifts-close-next-day = You can stretch again from { $next_day }.
coach-lifts-contact = Ask your clinic; when they have agreed, write down their word.

## Why something cannot be taken back; $target is a title or coach-everything

coach-refused-nothing = There is nothing to take back for { $target }.
coach-refused-opens-by-itself = { $target } opens by itself, after a session without a symptom on a later day.
coach-refused-next-day = Nothing more today: { $target } can be stretched again from { $next_day }.
coach-refused-needs-contact = { $target } stays closed until your clinic has agreed. Then write down their word.
coach-refused-too-early = { $target } needs a night's rest: you can take it back from { $next_day } on.
coach-refused-not-settled = { $target } stays closed until it has settled.
coach-refused-all-closed = Everything is closed for now, { $target } too. { $lifts }

## The person's dated words

coach-word-agreed = { $day }: your clinic agreed to { $target }{ $more } (your own word)
coach-word-agreed-clinic = { $day }: your clinic agreed to { $target }{ $more }
coach-word-who = , { $who }
coach-word-on = , on { $day }
coach-word-allowed = : { $allowed }
coach-word-told = { $day }: you told of { $symptom } at { $place }
coach-word-told-before = { $day }: you told of { $symptom } before you began

## A plan in lines of text

told-today = Today
told-nothing = Nothing to do today.
told-lasts = { $title }, about { $minutes } min
told-not-today = Not today: { $title }
told-restrictions = lissom restrictions tells what is left out, and what opens it again.
told-agreed = When your clinic agrees
told-take-back = When you try it again
told-numbers-wrong = Write numbers from 1 to { $most }, with commas between.
told-health-numbers =
    { $marked ->
        [0] Numbers that apply, with commas between, and ? after one you're not sure of, such as 3,7?. Enter is none of these:
       *[other] Numbers that apply, with commas between, and ? after one you're not sure of, such as 3,7?. Enter leaves it as marked, 0 is none of these:
    }
told-known-numbers =
    { $marked ->
        [0] Numbers, with commas between. Enter is none of these:
       *[other] Numbers, with commas between. Enter leaves it as marked, 0 is none of these:
    }

# What health leaves out, a line for each thing that was told.

left-out-line = Because of { $because }: { $what }.
left-out-level = { $stretch } above level { $level }
left-out-floor = getting down to the floor, or a fall
left-out-floor-unasked = getting down to the floor, which you have not answered yet

## Where something comes from, in words.

source-handout = the handout “{ $title }”
source-ours = our own choice
source-routine = the routine itself
source-options = what you chose
source-setting = a usual value of ours, which can be changed
