# Progress: what was done, how it felt, and how to take it with you. Nothing here praises more, and
# nothing counts what was not done.
progress-title = Progress
progress-empty = Nothing on record yet. After your first session you find here what you did and how it felt.
progress-empty-start = See what is for today
progress-in-all = In all: { $sessions } on { $days }, { $minutes } held.
progress-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
progress-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
progress-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
progress-under-a-minute = less than a minute
progress-holds =
    { $count ->
        [0] no holds
        [one] { $count } hold
       *[other] { $count } holds
    }
progress-unread =
    { $count ->
        [one] { $count } session cannot be read by this version of Lissom. It is kept as it is.
       *[other] { $count } sessions cannot be read by this version of Lissom. They are kept as they are.
    }
progress-due = Has it settled?
progress-due-about = On { $day } you felt something. One question about it comes first today.
progress-due-answer = Answer it

# Charts and the tables beneath them
progress-minutes-title = Minutes held each week
progress-minutes-about = The shaded part is the dose of the routines you practise, as their pages give it. A part of it counts too.
progress-minutes-held = Held
progress-minutes-dose = The dose
progress-minutes-chart = A bar for each week from { $first } to { $last }. The latest: { $minutes }.
progress-pain-title = Pain before and after
progress-pain-about = From 0, none, to 10, the worst you can think of.
progress-pain-chart = Points from { $first } to { $last }. The latest: { $before } before, { $after } after.
progress-pain-none = not told
progress-pain-before = Before
progress-pain-after = After
progress-figures = The same in figures
progress-week-of = Week of
progress-day = Day
progress-dose-range = { $least } to { $most }
progress-no-dose = none

# The ladder
progress-level-title = How far up the ladder
progress-level = { $routine }: up to level { $level }, as you chose.
progress-level-lower = { $routine }: up to level { $level } for now. You chose up to { $opened }.
progress-level-closed = { $routine }: left out for now.
progress-level-is = A level is a permission and no goal. Each stays as good as the one above it.
progress-level-options = Its options

# The month
progress-month-title = Your days
progress-month = { $month } { $year }
progress-month-before = The month before
progress-month-after = The month after
progress-month-none = No sessions in this month.
progress-month-day = { $day }: { $sessions }
progress-month-day-felt = { $day }: { $sessions }, something was felt
progress-month-legend = A filled day has a session; a ring round it says that something was felt.
progress-list-title = Sessions
progress-list-earlier = Earlier in this month

progress-month-name =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
progress-short-day =
    { $month ->
        [1] { $day } Jan
        [2] { $day } Feb
        [3] { $day } Mar
        [4] { $day } Apr
        [5] { $day } May
        [6] { $day } Jun
        [7] { $day } Jul
        [8] { $day } Aug
        [9] { $day } Sep
        [10] { $day } Oct
        [11] { $day } Nov
       *[12] { $day } Dec
    }
progress-weekday =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
progress-weekday-short =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
progress-long-day = { $weekday }, { $day }
progress-day-and-time = { $day }, { $time }

# What a session came to, in one line
progress-ended-finished = { $held }. Finished.
progress-ended-stopped = { $held }. Stopped there.
progress-ended-symptom = { $held }. Ended with { $symptom }, at { $place }.
progress-ended-symptom-early = Ended with { $symptom }, before the first stretch.
progress-ended-screened = A question came first.
progress-ended-emergency = You told of a sign of an emergency.
progress-ended-open = { $held } so far. Not over yet.
progress-ended-left = { $held }. Left there, and not come back to.
progress-ended-questions = Answered.
progress-felt-on-the-way = { $symptom } at { $place } on the way.
progress-held = { $minutes } held
progress-held-none = Nothing held
progress-rated-before = Pain { $before } before.
progress-rated-after = Pain { $after } after.
progress-rated-both = Pain { $before } before, { $after } after.
progress-rating = { $value } of 10

# One session
session-back = All sessions
session-when = When
session-lasted = It lasted
session-came-to = What it came to
session-pain-before = Pain before
session-pain-after = Pain after
session-held-title = What was held
session-held-nothing = Nothing was held in this session.
session-stretch = Stretch
session-side = Side
session-both-sides = both
session-no-side = –
session-left = left
session-right = right
session-holds = Holds
session-time = Time held
session-felt-title = What you felt
session-felt = { $symptom } at { $place }, { $after } after the start.
session-felt-early = { $symptom }, before the first stretch.
session-advice-title = What was advised
session-left-out-title = Since then
session-contact = Contact your clinic about this
session-steps = Every step
session-step-time = Time
session-step-what = Where
session-step-event = What happened
session-activity = For a watch or a sports app (FIT)
session-log = This log as JSON
session-set-aside = This session does not count: its times cannot be right, or it has more steps than any session can have. It is kept as it is.
session-unread = This session cannot be read by this version of Lissom. It is kept as it is.
session-event-elapsed = time was up
session-event-next = next
session-event-skip = skipped
session-event-ease = eased
session-event-yes = yes
session-event-no = no
session-event-ok = rated
session-event-high = rated high
session-event-stop = stopped
session-event-pain = pain
session-event-numbness = numbness
session-event-tingling = tingling
session-event-dizziness = dizziness
session-event-pause = paused
session-event-resume = went on
session-event-closed = closed

# Taking it with you
progress-export-title = Take it with you
progress-export-sessions = Sessions, as a table (CSV)
progress-export-holds = Holds, as a table (CSV)
progress-export-record = For your clinic’s system: sessions and plan, without your name (FHIR)
progress-export-logs = All logs (JSON)
progress-export-backup = A backup of everything
progress-export-about = The files hold what you told about your health. Keep them where nobody else looks.
