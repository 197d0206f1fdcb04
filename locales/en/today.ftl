# Today, the page that asks for the word that opens something again, and the pictures.

today-title = Today
today-welcome-title = Welcome
today-welcome-1 = Lissom guides you through the stretches that a clinic handed out: it shows each one, says what to do and keeps the time.
today-welcome-2 = It makes no diagnosis and does not know your body, so you decide how far you go, and you stop at any pain, numbness, tingling or dizziness.
today-welcome-3 = Everything you do here stays on this machine.

today-noted = Noted.

## A session that was broken off

today-broken-off = A session is still open
today-broken-off-here = A session was broken off on this device. Go on from its last resting place, or end it: what you did counts.
today-others = There is something on this device that belongs to another person's record. It waits until that record is opened here.
today-unowned = A session was kept on this device before Lissom noted whose it is, and it is in no record yet. Until you say whether it was yours, no session starts here. It began on
today-unowned-mine = Yes, it was mine
today-unowned-another = No, somebody else's
today-refused = A session on this device could not be recorded. It is kept here, and what hurt in it is remembered here only.
today-go-on = Go on
today-end-it = End it
today-go-on-with = { $title }: this session was broken off. Go on with it?
today-stays-open = It stays open; nothing was started.
today-questions-now = Go through the questions now, for a short session?

## How much, and Start

today-felt = You felt something in a session today. Rest first. What is left below is without that stretch, and it can wait until tomorrow.
today-now = Now
today-how-much = How much would you like to do?
today-minutes = { $minutes } min
today-minutes-long =
    { $minutes ->
        [one] about { $minutes } minute
       *[other] about { $minutes } minutes
    }
today-portion-2 = 2 min
today-portion-6 = 6 min
today-portion-all = All
today-portion-today = As usual
today-about = about { $minutes } min
today-start = Start
today-answer = Answer the question
today-first = First
today-plan = What it holds, and why
today-rest =
    { $seconds ->
        [60] a minute's rest, then
       *[other] { $seconds } seconds' rest, then
    }
today-sources = Where these reasons come from
today-sources-about = From the clinic's handout where it says so, from research where that adds something, else it is our own choice.

## What is closed, done or resting

today-closed = Closed for now
today-open-settled = It has settled: try again
today-open-agreed = My clinic agreed
today-contact = Contact your clinic
today-nothing = Nothing to do just now
today-not-today = Not today

## The week

today-week = This week
today-week-done =
    { $done ->
        [0] { $kind ->
            [daily] Meant for every day, a little at a time.
            [once] Meant for once a week.
            [same] Meant for { $least } times a week.
           *[range] Meant for { $least } to { $most } times a week.
        }
        [one] { $kind ->
            [daily] Done on one day. Meant for every day, a little at a time.
            [once] Done once, as it is meant.
            [same] Done once. Meant for { $least } times a week.
           *[range] Done once. Meant for { $least } to { $most } times a week.
        }
       *[other] { $kind ->
            [daily] Done on { $done } days. Meant for every day, a little at a time.
            [once] Done { $done } times. Once a week is enough.
            [same] Done { $done } times. Meant for { $least } times a week.
           *[range] Done { $done } times. Meant for { $least } to { $most } times a week.
        }
    }
today-week-held =
    { $minutes ->
        [one] One minute of stretching held so far.
       *[other] { $minutes } minutes of stretching held so far.
    }

## All routines

today-routines = All routines
today-routine-today = for today
today-routine-done = done
today-routine-rest = resting
today-routine-closed = closed for now
today-routine-other = whenever you like

## The word that opens something again

opening-title = { $what }: open it again?
opening-why = Why it is closed
opening-taken-back-ask = Has what you felt there settled?
opening-taken-back-about = Only you can tell. Say yes only if it has gone, and begin gently. If it comes back, stop, and contact your clinic.
opening-taken-back-yes = Yes, it has settled: try again
opening-taken-back-no = No, leave it closed
opening-agreed-ask = Has your clinic told you that you may go on?
opening-agreed-about = Write it down only when they have said so. If you have not asked them yet, ask first.
opening-who = Who said so (if you like):
opening-on = On which day:
opening-allowed = What they allowed:
opening-contact-refused = Check the day: it cannot be still to come. Keep the rest short.
opening-agreed-yes = Yes, my clinic agreed
opening-agreed-no = Not yet, leave it closed
opening-opens = This opens again:
opening-cannot = It cannot be opened today
opening-back = Back to today

## What was felt, told after a session

felt-title = What did you feel?
felt-which-about = On { $day }, in { $title }, you pressed “It hurts” at: { $place }. You did not say what it was. Which was it?
felt-after-about = You said that something hurt after { $title } on { $day }. Say where and what, and only that stretch is left out. Until then all of them rest.
felt-emergency = Chest pain, trouble breathing, a leg that gives way, a drooping face or trouble with speech: call { $number } now.
felt-before = before you began
felt-where = Where did you feel it?
felt-what = What was it?
felt-symptom-pain = Pain
felt-symptom-numbness = Numbness
felt-symptom-tingling = Tingling
felt-symptom-dizziness = Dizziness
felt-symptom-hurts = I’m not sure
felt-missing = Choose one answer of each kind.
felt-save = Save
felt-saved = Saved. Did you feel anything else?
felt-no-more = No, that’s all
felt-tell = Say what you felt
felt-number = Number:
felt-more = Did you feel anything else?

## Pictures

figure-unknown = There is no such picture.
figure-unknown-hint = The name of the position, or the side, may have a slip in it.

## A routine of one's own that cannot be used

today-left-out =
    { $why ->
        [proving] Your own routine “{ $id }” is being checked against the safety rules. That can take a minute; then it is here.
        [law] Your own routine “{ $id }” is left out: it does not keep one of the safety rules that every routine has to keep. Your other routines are not touched by this.
        [taken] Your own routine “{ $id }” is left out: Lissom has something of that name itself. Give yours another id and add it again.
       *[other] Your own routine “{ $id }” is left out: its file cannot be read as it is. Ask for it once more from whoever wrote it, and add it again. Your other routines are not touched by this.
    }

## A session that is kept and does not count

today-set-aside = A session of “{ $title }” is kept, but does not count: its times cannot be right, or it has more steps than any session can have. If anything hurt in it, leave that stretch out. Its number is { $id }.
today-unread-hurt = If anything hurt in them, leave that stretch out.
