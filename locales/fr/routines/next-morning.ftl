# Le lendemain matin : traduction de routines/screening/next-morning.yaml, à relire par un soignant.
title = Le lendemain matin
finished = Bien. C’est noté.
questions-settled-title = Est-ce passé ?
questions-settled-say = Ce que vous avez senti à la dernière séance : est-ce passé ? Le doute compte comme un non.
questions-settled-brief = Est-ce passé ?
questions-settled-advice-now = Alors, ne vous étirez pas aujourd’hui. Bougez doucement.
questions-settled-advice-contact = Cela dure depuis un jour : contactez votre cabinet, et recommencez quand il est d’accord.
