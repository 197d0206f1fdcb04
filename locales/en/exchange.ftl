# What stands in files that other programs read.
calendar-name = Stretches
# $minutes is how long a session takes.
calendar-about =
    { $minutes ->
        [one] About { $minutes } minute. Lissom says what suits today. Any pain, numbness, tingling or dizziness: stop.
       *[other] About { $minutes } minutes. Lissom says what suits today. Any pain, numbness, tingling or dizziness: stop.
    }
