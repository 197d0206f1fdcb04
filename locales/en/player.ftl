# What the player itself says. What a session says comes from its machine.
# A browser fills in names in braces and knows nothing else: no plurals, no choices.

player-title = Session
player-loading = One moment …
player-needs-script = The guided session needs JavaScript. Without it, your routine's page shows every position with its words.

# The side
player-side-left = Left
player-side-right = Right
player-mirror = as in a mirror

# Where it is
player-stretch = stretch {$number} of {$of}
player-round = round {$number} of {$of}
player-repeat = repeat {$number} of {$of}
player-step-move = Move
player-step-hold = Hold
player-step-release = Slowly back
player-next = Next: {$what}
player-coming-hold = hold for {$seconds} seconds
player-coming-hold-open = hold as long as is comfortable
player-coming-release = slowly back
player-coming-switch = change sides
player-coming-rest = rest
player-coming-end = the end
player-to-go = seconds to go
player-at-most = seconds, {$seconds} at most

# What can be done. A kind of state before the act has its own label.
player-resume = Go on
player-close = Go on
player-pause = Pause
player-yes = Yes
player-no = No
player-ease = Ease off
player-skip = Skip
player-stop = Stop
player-hurts = It hurts
player-mistaken = I tapped that by mistake
player-hold-next =
    Let go
    (next)
player-ready-next = Next
player-advise-next = I have read it
player-hold-yes = Yes, add it
player-hold-no = No, leave it out
player-end-close = Go on

# What can be felt
player-pain = Pain
player-numbness = Numb
player-tingling = Tingling
player-dizziness = Dizzy
player-serious = Something serious

# Questions
player-ask-yes = Yes
player-ask-no = No
player-ask-stop = Stop
player-items-yes = Yes, at least one
player-items-no = No, none of these
player-unsure = Not sure
player-unsure-hint = If you're not sure, choose Not sure.
player-ask-screening-changed-no = Nothing new: start
player-ask-screening-changed-yes = Something has changed
player-rate-none = no pain
player-rate-worst = worst pain
player-rate-value = {$value} of 10

# Pausing, letting go
player-paused = Paused
player-goes-on-from = Take your time. It goes on from: {$title}.
player-within = After ten minutes the session ends here.
player-slept = The computer slept, so the session is paused.
player-going-on = Going on.
player-closed = Ended
player-closed-words = The pause was longer than ten minutes, so this session ends here. What you did counts.
player-done = Done.
player-just-changed = It has just moved on. If you meant it, press once more.
player-nothing = That does nothing here.
player-unsaved = This cannot be saved just now. The session goes on, and Lissom keeps trying.
player-unsaved-end = Part of this session could not be saved. If you felt anything, write it down, and leave that stretch until it has settled.
player-number-1 = one
player-number-2 = two
player-number-3 = three
player-number-4 = four
player-number-5 = five

# Calling
player-call = Call {$number}
player-signs = Any of these too:
player-call-for = Call {$number} for any of these

# Sound, keys
player-sound = Sound
player-sound-voice = Voice
player-sound-chimes = Chimes
player-sound-volume = Loudness
player-sound-quieter = Quieter
player-sound-louder = Louder
player-sound-on = On
player-sound-off = Off
player-sound-try = Say something
player-sound-sample = This is how I sound.
player-no-voice = There is no voice on this device, so chimes lead you. Look at the screen from time to time.
player-no-chimes = There is no sound on this device. Watch the screen: its colour changes where a hold begins and ends.
player-voice-off = The voice is off. Chimes and the screen lead you.
player-voice-lost = The voice has stopped. From now on chimes and the screen lead you.
# One letter for each, in this order: pain, it hurts, numbness, tingling, dizziness, ease, skip, yes, no, not sure,
# serious, by mistake, pause.
player-letters = p h n t d e s y o u c m w
player-keys = Keys
player-keys-title = Keys
player-key-space = space
player-key-esc = Esc
player-key-main = go on, pause
player-key-pause = pause, go on
player-key-answers = yes, no, not sure
player-key-rating = pain, x for ten
player-key-help = this list
player-key-symptoms = pain, numb, tingling, dizzy

# Before, between and after
player-broken-title = Go on?
player-broken-words = {$title}: this session was broken off.
player-broken-why = It goes on from a place where nothing was stretched.
player-broken-on = Go on
player-broken-end = End it
player-elsewhere-title = Already open
player-elsewhere-words = A session is being played in another window. Go on there, or close it first: what hurts in one must stop the other.
player-elsewhere-again = Try again
player-wait-title = Rest
player-wait-words = Rest a little. Then comes: {$title}.
player-wait-on = Start now
player-high-title = Go on today?
player-high-words = That was a lot of pain. You can go through the questions now, for a short session, or leave it for today.
player-high-on = Go through the questions
player-high-off = Leave it for today
player-changed-title = The questions first
player-changed-words = Something has changed, so the questions come first. You can go through them now, or leave it for today.
player-changed-on = Go through the questions
player-changed-off = Leave it for today
player-offline-title = Not now
player-offline-on = Go on
player-nothing-on = Go on
player-offline-words = The plan cannot be made anew just now, because the server does not answer. Leave it for today.
player-zone = This browser does not know the time zone {$zones}, so days lived there are counted as in UTC.
player-plan-of = This plan is of {$day}. It is made anew when Lissom runs on the computer again.
player-which-title = What did you feel?
player-which-words = Last time something hurt, and you did not say what it was. Which was it?
player-which-emergency = Chest pain, trouble breathing, a leg that gives way, a drooping face or trouble with speech: call { $number } now.
player-which-pain = Pain
player-which-numbness = Numbness
player-which-tingling = Tingling
player-which-dizziness = Dizziness
player-which-hurts = I’m not sure
player-due-title = The questions come first
player-due-words = It is time for the questions about your health again, and Lissom has to be running on the computer for them. Start it there once, then come back. Until then, do no session here.
player-due-on = Go on
player-health-title = Before you start
player-health-words = First comes a short list about your health. It takes a minute, and then you go on.
player-health-on = Open the list
player-health-off = Back to today
player-unread-title = Not now
player-unread-words = A session that was kept here can no longer be read, so what you felt in it is not known. Start Lissom on the computer once, then come back. Until then, do no session here.
player-unread-on = Go on
player-nothing-title = Nothing to do today
player-nothing-words = There is nothing to play now. Today says why.
player-load-title = It could not be opened
player-load-words = The session could not be loaded, and nothing was kept on this device yet. See whether Lissom is running, then try again.
player-load-again = Try again
player-fault-title = Stop here
player-fault-words = Something went wrong in the player, which is a fault of ours. Let go, and rest. What was recorded before is kept.

player-end-title = That was it for today
player-end-symptom = Enough for today
player-end-holds = Holds
player-end-held = Time held
player-end-felt = Felt
player-end-today = Today
player-end-contact = Contact the clinic
player-end-saved = It is written down.
player-end-waits = It is kept on this device, and sent when Lissom answers again.
