# Ce que dit le lecteur lui-même. Ce que dit une séance vient de sa machine.
# Un navigateur remplit les noms entre accolades et ne sait rien d’autre : ni pluriels, ni choix.

player-title = Séance
player-loading = Un instant …
player-needs-script = La séance guidée a besoin de JavaScript. Sans lui, la page de votre routine montre chaque position avec ses mots.

# Le côté
player-side-left = Gauche
player-side-right = Droite
player-mirror = comme dans un miroir

# Où l’on en est
player-stretch = étirement {$number} sur {$of}
player-round = tour {$number} sur {$of}
player-repeat = répétition {$number} sur {$of}
player-step-move = Bougez
player-step-hold = Tenez
player-step-release = Revenez lentement
player-next = Ensuite : {$what}
player-coming-hold = tenir {$seconds} secondes
player-coming-hold-open = tenir tant que c’est confortable
player-coming-release = revenir lentement
player-coming-switch = changer de côté
player-coming-rest = repos
player-coming-end = la fin
player-to-go = secondes restantes
player-at-most = secondes, {$seconds} au plus

# Ce que l’on peut faire. Un genre d’état avant l’acte a son propre nom.
player-resume = Continuer
player-close = Continuer
player-pause = Pause
player-yes = Oui
player-no = Non
player-ease = Moins fort
player-skip = Passer
player-stop = Arrêter
player-hurts = Ça fait mal
player-mistaken = J’ai appuyé par erreur
player-hold-next =
    Relâcher
    (suivant)
player-ready-next = Suivant
player-advise-next = J’ai lu
player-hold-yes = Oui, ajouter
player-hold-no = Non, y renoncer
player-end-close = Continuer

# Ce que l’on peut sentir
player-pain = Douleur
player-numbness = Engourdi
player-tingling = Fourmis
player-dizziness = Vertige
player-serious = Quelque chose de grave

# Questions
player-ask-yes = Oui
player-ask-no = Non
player-ask-stop = Arrêter
player-items-yes = Oui, au moins un
player-items-no = Non, aucun de ceux-ci
player-signs = L’un de ceux-ci aussi :
player-unsure = Je ne sais pas
player-unsure-hint = Si vous ne savez pas, choisissez « Je ne sais pas ».
player-ask-screening-changed-no = Rien de nouveau : commencer
player-ask-screening-changed-yes = Quelque chose a changé
player-rate-none = aucune douleur
player-rate-worst = la pire douleur
player-rate-value = {$value} sur 10

# Pause, relâchement
player-paused = En pause
player-goes-on-from = Prenez votre temps. La suite reprend à : {$title}.
player-within = Après dix minutes, la séance se termine ici.
player-slept = L’ordinateur s’est mis en veille, la séance est donc en pause.
player-going-on = On continue.
player-closed = Terminé
player-closed-words = La pause a duré plus de dix minutes, cette séance se termine donc ici. Ce que vous avez fait compte.
player-done = Terminé.
player-just-changed = Cela vient de passer à la suite. Si c’est bien ce que vous vouliez, appuyez encore une fois.
player-nothing = Cela ne fait rien ici.
player-unsaved = Cela ne peut pas être enregistré pour le moment. La séance continue, et Lissom essaie encore.
player-unsaved-end = Une partie de cette séance n’a pas pu être enregistrée. Si vous avez senti quelque chose, notez-le, et laissez cet étirement jusqu’à ce que ce soit passé.
player-number-1 = un
player-number-2 = deux
player-number-3 = trois
player-number-4 = quatre
player-number-5 = cinq

# Appeler
player-call = Appeler le {$number}
player-call-for = Appelez le {$number} pour l’un de ces signes

# Son, touches
player-sound = Son
player-sound-voice = Voix
player-sound-chimes = Carillons
player-sound-volume = Volume
player-sound-quieter = Moins fort
player-sound-louder = Plus fort
player-sound-on = Oui
player-sound-off = Non
player-sound-try = Dire quelque chose
player-sound-sample = Voici ma voix.
player-no-voice = Il n’y a pas de voix sur cet appareil, des carillons vous guident donc. Regardez l’écran de temps en temps.
player-no-chimes = Il n’y a pas de son sur cet appareil. Regardez l’écran : sa couleur change là où un maintien commence et finit.
player-voice-off = La voix est coupée. Les carillons et l’écran vous guident.
player-voice-lost = La voix s’est tue. Des carillons et l’écran vous guident désormais.
# Une lettre pour chacun, dans cet ordre : douleur, ça fait mal, engourdi, fourmis, vertige, moins fort, passer,
# oui, non, je ne sais pas, grave, par erreur, pause.
player-letters = d h e f v m s o n j g r a
player-keys = Touches
player-keys-title = Touches
player-key-space = espace
player-key-esc = Échap
player-key-main = continuer, pause
player-key-pause = pause, continuer
player-key-answers = oui, non, je ne sais pas
player-key-rating = douleur, x pour dix
player-key-help = cette liste
player-key-symptoms = douleur, engourdi, fourmis, vertige

# Avant, entre et après
player-broken-title = Continuer ?
player-broken-words = {$title} : cette séance s’est interrompue.
player-broken-why = Elle reprend là où rien n’était étiré.
player-broken-on = Continuer
player-broken-end = La terminer
player-elsewhere-title = Déjà ouverte
player-elsewhere-words = Une séance se joue dans une autre fenêtre. Continuez là-bas, ou fermez-la d’abord : ce qui fait mal dans l’une doit arrêter l’autre.
player-elsewhere-again = Réessayer
player-wait-title = Repos
player-wait-words = Reposez-vous un peu. Ensuite vient : {$title}.
player-wait-on = Commencer maintenant
player-changed-title = D’abord les questions
player-changed-words = Quelque chose a changé, les questions viennent donc d’abord. Vous pouvez les reprendre maintenant, ou laisser cela pour aujourd’hui.
player-changed-on = Reprendre les questions
player-changed-off = Laisser pour aujourd’hui
player-high-title = Continuer aujourd’hui ?
player-high-words = C’était une douleur forte. Vous pouvez reprendre les questions maintenant, pour une courte séance, ou laisser cela pour aujourd’hui.
player-high-on = Reprendre les questions
player-high-off = Laisser pour aujourd’hui
player-offline-title = Pas maintenant
player-offline-words = Le plan ne peut pas être refait pour le moment, car le serveur ne répond pas. Laissez cela pour aujourd’hui.
player-offline-on = Continuer
player-nothing-on = Continuer
player-zone = Ce navigateur ne connaît pas le fuseau horaire {$zones} : les jours qui y ont été vécus sont comptés comme en UTC.
player-plan-of = Ce plan date du {$day}. Il sera refait quand Lissom sera de nouveau en marche sur l’ordinateur.
player-which-title = Qu’avez-vous senti ?
player-which-words = La dernière fois, quelque chose a fait mal, et vous n’avez pas dit ce que c’était. Qu’était-ce ?
player-which-emergency = Douleur dans la poitrine, souffle court, jambe qui lâche, visage qui tombe ou parole difficile : appelez le { $number } tout de suite.
player-which-pain = Une douleur
player-which-numbness = Un engourdissement
player-which-tingling = Des fourmillements
player-which-dizziness = Des vertiges
player-which-hurts = Je ne sais pas
player-due-title = D’abord les questions
player-due-words = Il est temps de reprendre les questions sur votre santé, et pour cela Lissom doit être en marche sur l’ordinateur. Lancez-le là-bas une fois, puis revenez. D’ici là, ne faites pas de séance ici.
player-due-on = Continuer
player-health-title = Avant de commencer
player-health-words = Voici d’abord une courte liste sur votre santé. Il y en a pour une minute, puis vous continuez.
player-health-on = Ouvrir la liste
player-health-off = Retour à aujourd’hui
player-unread-title = Pas maintenant
player-unread-words = Une séance conservée ici ne peut plus être lue, on ne sait donc pas ce que vous y avez senti. Lancez Lissom une fois sur l’ordinateur, puis revenez. D’ici là, ne faites pas de séance ici.
player-unread-on = Continuer
player-nothing-title = Rien à faire aujourd’hui
player-nothing-words = Il n’y a rien à jouer maintenant. La page Aujourd’hui dit pourquoi.
player-load-title = Impossible à ouvrir
player-load-words = La séance n’a pas pu être chargée, et rien n’est encore conservé sur cet appareil. Voyez si Lissom est en marche, puis réessayez.
player-load-again = Réessayer
player-fault-title = Arrêtez-vous ici
player-fault-words = Quelque chose s’est mal passé dans le lecteur ; l’erreur vient de nous. Relâchez, et reposez-vous. Ce qui a été enregistré avant est conservé.

player-end-title = C’est tout pour aujourd’hui
player-end-symptom = Assez pour aujourd’hui
player-end-holds = Maintiens
player-end-held = Temps tenu
player-end-felt = Ressenti
player-end-today = Aujourd’hui
player-end-contact = Contacter le cabinet
player-end-saved = C’est noté.
player-end-waits = C’est conservé sur cet appareil, et envoyé quand Lissom répondra de nouveau.
