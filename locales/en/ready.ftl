# Getting ready.

ready-title = Getting ready
ready-about = Take your time. Nothing runs yet.
ready-minutes =
    { $minutes ->
        [one] about { $minutes } minute
       *[other] about { $minutes } minutes
    }
ready-start = Start
ready-start-about = Start asks one thing: is anything new? After that your hands are free.
ready-start-questions = First come the questions about your health. After them your hands are free.
ready-back = Back
ready-question = First one question, about the last time. It comes when you press Start.
ready-nothing = There is nothing to get ready for just now

ready-fetch = Fetch
ready-walk = Walk about for a few minutes first, if you can.

ready-place = Place the screen
ready-table = Stand your phone or computer upright on a table within reach, and not on the floor: you should see it while you sit, without bending your neck.
ready-loud = Turn the sound up. You will hear every step, so you need not look.

ready-sound = Try the sound
ready-sound-try = Play a chime and a sentence
ready-sound-words = This is how I speak to you. A chime begins each hold, and another one ends it.
ready-sound-playing = A chime, then a sentence.
ready-sound-both = Did you hear both? If not, turn the sound up and try again.
ready-sound-chime = Did you hear the chime? This browser has no voice of its own, so the words stay on the screen.
ready-sound-none = This browser gives no sound. The screen changes its colour where a chime would be.
ready-sound-scripts = The sound can only be tried in a browser that runs scripts, and so can the session.

ready-side = Begin with the easier side
ready-side-about = Which one moves more easily today? It goes first. The other one gets just the same.
ready-left = Left first
ready-right = Right first
ready-side-offline = This cannot be changed just now. Everything else works.

ready-read = Read all positions first
ready-read-about = So that nothing comes as a surprise. Then sit down.
ready-sit = Sit down, and press Start.

ready-left-out = Left out for you, and why
ready-rest = Everything else is as planned.
ready-left-out-about = Something not right?
ready-health = Change what you told about your health
ready-listen = Listen to this
ready-nothing-left-out = Thank you. Nothing is left out today because of what you told.

# Before the start: the health list, and the question of the floor.

before-tick = Tick what applies. If you're not sure about one, tick it too, and say so under it.
before-again = This list comes back once a month. What you ticked before is still ticked.
before-unsure = I'm not sure
before-clinic-knows = My clinic knows, and gave me this all the same: { $title }
before-known = My clinic knows of it
before-known-hint = The next questions ask about these. If your clinic knows of one and gave you these stretches all the same, tick it here, and you are not asked.
before-floor-title = Getting down to the floor
before-floor-about = Some of these stretches are done on the floor.
before-floor = Can you get down to the floor and up again on your own?
before-fallen = Have you fallen in the last year?
before-yes = Yes
before-no = No
before-not-sure = Not sure
before-missing = Please choose an answer.
before-go-on = Go on
before-go-on-some = Go on with what is left
before-none = No, none of these
before-kept = Saved on this computer only. You can change it at any time in the settings.
