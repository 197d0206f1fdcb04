# Après la séance : traduction de content/screening/after-session.yaml, à relire par un soignant.
title = Après la séance
finished = Merci. C’est noté.
questions-after-title = Comment était-ce ?
questions-after-say = Quelque chose a-t-il fait mal, picoté, s’est-il engourdi, ou avez-vous eu des vertiges ? Le doute compte comme un oui.
questions-after-brief = Quelque chose a-t-il fait mal, picoté, s’est-il engourdi, ou avez-vous eu des vertiges ?
questions-after-advice-now = Alors, arrêtez-vous pour aujourd’hui. Dites ensuite ce que vous avez senti, et où ; d’ici là, tous les étirements se reposent.
questions-after-advice-contact = Si ce n’est pas passé demain, contactez votre cabinet.
