# Après la séance : traduction de routines/screening/after-session.yaml, à relire par un soignant.
title = Après la séance
finished = Merci. C’est noté.
questions-after-title = Comment était-ce ?
questions-after-say = Quelque chose a-t-il fait mal, picoté, s’est-il engourdi, ou avez-vous eu des vertiges ? Le doute compte comme un oui.
questions-after-brief = Quelque chose a-t-il fait mal, picoté, s’est-il engourdi, ou avez-vous eu des vertiges ?
questions-after-advice-now = Alors, laissez ces étirements jusqu’à ce que ce soit passé, et au moins jusqu’à demain.
questions-after-advice-contact = Si ce n’est pas passé demain, contactez votre cabinet.
