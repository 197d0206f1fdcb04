# Settings. A field has four kinds of message: its name, its hint, its values, and what to write instead.
settings-title = Settings
settings-back = All settings
settings-saved = Saved.
settings-save = Save
settings-chosen = { $what }: { $value }
settings-not-saved = Nothing was saved yet. Look at what is marked.
settings-this-device = Everything is kept on this computer. Nothing is sent anywhere.

settings-practice-about = What you practise, the side that goes first, the pace
settings-practice-title = Your practice
settings-practises = Routines you practise
settings-practises-hint = Today is planned from these.
settings-practises-wrong = Choose from the list.
settings-lead = The side that goes first
settings-lead-hint = Begin with the easier leg, if one is.
settings-lead-left = Left
settings-lead-right = Right
settings-lead-wrong = Choose left or right.
settings-pace = Pace
settings-pace-hint = How long going into a position, out of it and changing sides takes. Holds stay as they are.
settings-pace-usual = Usual
settings-pace-easy = Easy: twice the time
settings-pace-wrong = Choose one of the two.
settings-rises = When you get up
settings-rises-hint = Leave it empty, or give the time: bending forward then waits about two hours.
settings-rises-wrong = Write hours and minutes, such as 07:00.
settings-routine-options = Holds, repeats and levels are set on each routine's own page:

settings-voice-about = Voice, chimes, how fast and how loud
settings-voice-title = Voice and sound
settings-voice = Voice
settings-voice-hint = Says what to do, and counts the last five seconds.
settings-voice-on = On
settings-voice-off = Off
settings-voice-wrong = Choose on or off.
settings-chimes-only = Chimes
settings-chimes-only-hint = A chime marks the start and the end of each hold either way.
settings-chimes-only-off = With the voice
settings-chimes-only-on = Only chimes, no words
settings-chimes-only-wrong = Choose one of the two.
settings-voice-rate = How fast it speaks
settings-voice-rate-hint = In words a minute.
settings-voice-rate-120 = Slowly
settings-voice-rate-150 = As usual
settings-voice-rate-180 = Quickly
settings-voice-rate-own = Another rate, from 80 to 400:
settings-voice-rate-wrong = Write a whole number from 80 to 400.
settings-volume = How loud
settings-volume-hint = On top of your device's own volume.
settings-volume-40 = Softly
settings-volume-70 = Between
settings-volume-100 = In full
settings-volume-own = Another, from 0 to 100:
settings-volume-wrong = Write a whole number from 0 to 100.
settings-wording = Words
settings-wording-hint = Short words say the same in fewer.
settings-wording-auto = Full the first two times, then short
settings-wording-short = Always short
settings-wording-full = Always in full
settings-wording-wrong = Choose one of the three.

settings-look-about = Size of words, colours, language
settings-look-title = Look and language
settings-text-size = Size of words
settings-text-size-hint = On every page. Your browser's own zoom works as well.
settings-text-size-usual = Usual
settings-text-size-large = Large
settings-text-size-largest = Largest
settings-text-size-wrong = Choose one of the three.
settings-theme = Colours
settings-theme-hint = Dark is easier on the eyes in a dim room.
settings-theme-auto = As the device is set
settings-theme-light = Light
settings-theme-dark = Dark
settings-theme-wrong = Choose one of the three.
settings-language = Language
settings-language-hint = Of pages and voice.
settings-language-en = English
settings-language-fr = Français (its words await a clinician's review)
settings-language-wrong = Choose one of the languages.

settings-clinic-about = Name, telephone, e-mail, the emergency number
settings-clinic-title = Your clinic
settings-clinic-name = Its name
settings-clinic-name-hint = As you would look it up.
settings-clinic-name-wrong = Write a name of at most a hundred letters.
settings-clinic-phone = Its telephone
settings-clinic-phone-hint = For one tap when you want to call.
settings-clinic-phone-wrong = Write a telephone number, such as +44 20 7946 0000.
settings-clinic-email = Its e-mail
settings-clinic-email-hint = Nothing is ever sent by itself.
settings-clinic-email-wrong = Write an e-mail address, such as front@clinic.example.
settings-emergency = The emergency number
settings-emergency-hint = It is shown and spoken where a sign of an emergency comes up. Check that it is right where you are.
settings-emergency-112 = 112 (European Union, Switzerland, Norway, Iceland, Türkiye, Ukraine, India)
settings-emergency-999 = 999 (United Kingdom, Ireland, Hong Kong)
settings-emergency-911 = 911 (United States, Canada, Mexico)
settings-emergency-000 = 000 (Australia)
settings-emergency-111 = 111 (New Zealand)
settings-emergency-119 = 119 (Japan, South Korea)
settings-emergency-192 = 192 (Brazil)
settings-emergency-120 = 120 (China)
settings-emergency-10177 = 10177 (South Africa)
settings-emergency-own = Another number:
settings-emergency-wrong = Write the number in digits, such as 112.

settings-health-title = Your health
settings-health-about = What applies to you, and what is left out for it
settings-health-lead = Mark what applies to you. Some stretches are then left out, and Lissom says which and why. Nobody but you sees this.
settings-health-conditions = What applies to you
settings-health-leaves-out = Leaves out: { $what }. [{ $source }]
settings-health-leaves-nothing = Leaves nothing out.
settings-health-level = { $stretch } above level { $level }
settings-health-clinician = My clinician knows, and gave me this page
settings-health-clinician-hint = Only if a clinician who knows of it gave you the page. It is then no longer left out there.
settings-health-known = What your clinician knows of
settings-health-known-hint = These are asked among the questions before stretching. Mark a page only if a clinician who knows of it gave you that page; the question then is not asked there. Signs of an emergency are always asked.
settings-health-floor = Stretches on the floor are left out unless you get down and up again alone, and have not fallen.
settings-health-again = If you change something here, the full questions come once more before the next session.

settings-reminders-about = Notices in the browser, events in your calendar
settings-reminders-title = Reminders and calendar
settings-reminders = Reminders in the browser
settings-reminders-hint = A short notice at the times below, while a page of Lissom is open.
settings-reminders-off = Off
settings-reminders-on = On
settings-reminders-wrong = Choose on or off.
settings-reminder-times = Times
settings-reminder-times-hint = Up to six, such as 08:00, 18:00. Empty: what each routine's page gives.
settings-reminder-times-wrong = Write hours and minutes, such as 08:00, 18:00, each time once and six at most.
settings-address = Address for other devices
settings-address-hint = Where a phone reaches this Lissom. Leave it empty if you do not know: then paper and calendar carry no link.
settings-address-wrong = Write an address that other devices reach, such as https://stretches.example.
settings-reminder-days = Days
settings-reminder-days-hint = None marked: as many as each routine's page gives.
settings-reminder-days-mon = Monday
settings-reminder-days-tue = Tuesday
settings-reminder-days-wed = Wednesday
settings-reminder-days-thu = Thursday
settings-reminder-days-fri = Friday
settings-reminder-days-sat = Saturday
settings-reminder-days-sun = Sunday
settings-reminder-days-wrong = Choose from the list.
settings-notice = Time for your stretches, if it suits you now.
settings-notices-allow = Allow notices on this device
settings-notices-allowed = Notices are allowed on this device.
settings-notices-denied = Notices are blocked on this device. Your browser's settings can allow them.
settings-calendar = In your calendar
settings-calendar-hint = The same days and times as events with an alarm, never more than a routine's dose.
settings-calendar-file = Download the calendar file
settings-feed-hint = Or let a calendar on this computer look for changes by itself, at a secret address.
settings-feed-make = Make a secret address
settings-feed-address = The secret address
settings-feed-again = Make another one
settings-feed-revoke = Let it answer no longer

settings-data-title = Your data
settings-data-about = Backup, bringing one back, erasing
settings-backup = Keep a backup
settings-backup-hint = One file with everything: sessions, settings, your own routines. It holds what you told about your health: keep it where nobody else looks.
settings-backup-download = Download a backup
settings-restore = Bring a backup back
settings-restore-hint = It adds to what is here and replaces nothing. What is set here stays as it is.
settings-restore-file = The backup file
settings-restore-do = Bring it back
settings-restore-choose = Choose a backup file first. It must not be empty, nor larger than 256 MB.
settings-restored = Taken over: { $what }.
settings-restored-nothing = Everything in it is here already. Nothing was changed.
settings-restored-nothing-new = Nothing in it is new here. Nothing was changed.
settings-restored-stays =
    { $count ->
        [one] { $count } setting or routine of your own is another one here, and stays as it is here.
       *[other] { $count } settings or routines of your own are others here, and stay as they are here.
    }
settings-restored-sessions =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
settings-restored-longer =
    { $count ->
        [one] the rest of { $count } session
       *[other] the rest of { $count } sessions
    }
settings-restored-words =
    { $count ->
        [one] { $count } dated word of yours
       *[other] { $count } dated words of yours
    }
settings-restored-settings =
    { $count ->
        [one] { $count } setting
       *[other] { $count } settings
    }
settings-restored-routines =
    { $count ->
        [one] { $count } routine of your own
       *[other] { $count } routines of your own
    }
settings-restored-unread =
    { $count ->
        [one] { $count } session cannot be read by this version; it is kept as it is.
       *[other] { $count } sessions cannot be read by this version; they are kept as they are.
    }
settings-erase = Erase everything
settings-erase-what = This erases from this computer: every session, your health profile, all settings, what was left out and why, your own routines, and what this browser has kept for use without a connection. It cannot be undone. Backups and files that you saved elsewhere stay.
settings-erase-safety = What is left out for you now is forgotten too. If your clinic has asked you not to do something, keep to it.
settings-erase-word = erase
settings-erase-type = Type “{ $word }” to go on
settings-erase-unlike = That is not the word, so nothing was erased.
settings-erase-do = Erase everything
settings-erased-title = Everything is erased
settings-erased = Your sessions, settings, health profile and routines are gone from this computer. If you used Lissom in another browser here, erase this site's data there too.
settings-erased-browser = This browser's own copy is gone as well.
settings-erased-start = Start anew
