# Le lendemain matin : traduction de content/screening/next-morning.yaml, à relire par un soignant.
title = Le lendemain matin
finished = Bien. C’est noté.
questions-settled-title = Est-ce comme d’habitude ?
questions-settled-say = Ce que vous avez senti à la dernière séance : est-ce revenu comme d’habitude pour vous ? Dans le doute, répondez non.
questions-settled-brief = Est-ce revenu comme d’habitude pour vous ?
questions-settled-advice-now = Alors, ne vous étirez pas aujourd’hui. Bougez doucement.
questions-settled-advice-contact = La prochaine fois, vous en ferez un peu moins. Si c’était un engourdissement ou des fourmillements, ou si c’est le deuxième matin, contactez votre cabinet avant de vous étirer de nouveau.
