# Suivi : ce qui a été fait, ce qui a été ressenti, et comment l’emporter. Rien ici ne félicite d’en faire
# plus, et rien ne compte ce qui n’a pas été fait.
progress-title = Suivi
progress-empty = Encore rien de noté. Après votre première séance, vous trouverez ici ce que vous avez fait et ce que vous avez ressenti.
progress-empty-start = Voir ce qui est prévu aujourd’hui
progress-in-all = En tout : { $sessions } en { $days }, { $minutes } de maintien.
progress-sessions =
    { $count ->
        [one] { $count } séance
       *[other] { $count } séances
    }
progress-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
progress-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
progress-under-a-minute = moins d’une minute
progress-holds =
    { $count ->
        [0] aucun maintien
        [one] { $count } maintien
       *[other] { $count } maintiens
    }
progress-unread =
    { $count ->
        [one] { $count } séance ne peut pas être lue par cette version de Lissom. Elle est conservée telle quelle.
       *[other] { $count } séances ne peuvent pas être lues par cette version de Lissom. Elles sont conservées telles quelles.
    }
progress-due = Est-ce passé ?
progress-due-about = Le { $day }, vous avez senti quelque chose. Une question à ce sujet vient d’abord aujourd’hui.
progress-due-answer = Y répondre

# Graphiques et les tableaux dessous
progress-minutes-title = Minutes tenues chaque semaine
progress-minutes-about = La partie ombrée est la dose des routines que vous pratiquez, comme leurs pages la donnent. Une partie compte aussi.
progress-minutes-held = Tenu
progress-minutes-dose = La dose
progress-minutes-chart = Une barre par semaine, du { $first } au { $last }. La dernière : { $minutes }.
progress-pain-title = Douleur avant et après
progress-pain-about = De 0, aucune, à 10, la pire que vous puissiez imaginer.
progress-pain-chart = Des points du { $first } au { $last }. Le dernier : { $before } avant, { $after } après.
progress-pain-none = non indiqué
progress-pain-before = Avant
progress-pain-after = Après
progress-figures = La même chose en chiffres
progress-week-of = Semaine du
progress-day = Jour
progress-dose-range = { $least } à { $most }
progress-no-dose = aucune

# L’échelle
progress-level-title = Jusqu’où sur l’échelle
progress-level = { $routine } : jusqu’au niveau { $level }, comme vous l’avez choisi.
progress-level-lower = { $routine } : jusqu’au niveau { $level } pour l’instant. Vous aviez choisi jusqu’au { $opened }.
progress-level-closed = { $routine } : laissé de côté pour l’instant.
progress-level-is = Un niveau est une permission et non un but. Chacun reste aussi bon que celui du dessus.
progress-level-options = Ses options

# Le mois
progress-month-title = Vos jours
progress-month = { $month } { $year }
progress-month-before = Le mois d’avant
progress-month-after = Le mois d’après
progress-month-none = Aucune séance ce mois-ci.
progress-month-day = { $day } : { $sessions }
progress-month-day-felt = { $day } : { $sessions }, quelque chose a été ressenti
progress-month-legend = Un jour rempli a une séance ; un anneau autour dit que quelque chose a été ressenti.
progress-list-title = Séances
progress-list-earlier = Plus tôt dans ce mois

progress-month-name =
    { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    }
progress-short-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janv.
        [2] févr.
        [3] mars
        [4] avr.
        [5] mai
        [6] juin
        [7] juil.
        [8] août
        [9] sept.
        [10] oct.
        [11] nov.
       *[12] déc.
    }
progress-weekday =
    { $weekday ->
        [1] lundi
        [2] mardi
        [3] mercredi
        [4] jeudi
        [5] vendredi
        [6] samedi
       *[7] dimanche
    }
progress-weekday-short =
    { $weekday ->
        [1] lu
        [2] ma
        [3] me
        [4] je
        [5] ve
        [6] sa
       *[7] di
    }
progress-long-day = { $weekday } { $day }
progress-day-and-time = { $day }, { $time }

# Ce que la séance a donné, en une ligne
progress-ended-finished = { $held }. Terminée.
progress-ended-stopped = { $held }. Arrêtée là.
progress-ended-symptom = { $held }. Fin à cause de : { $symptom }, à « { $place } ».
progress-ended-symptom-early = Fin à cause de : { $symptom }, avant le premier étirement.
progress-ended-screened = Une question est venue d’abord.
progress-ended-emergency = Vous avez signalé un signe d’urgence.
progress-ended-open = { $held } jusqu’ici. Pas encore terminée.
progress-ended-left = { $held }. Quittée là, et pas reprise.
progress-ended-questions = Répondu.
progress-felt-on-the-way = En chemin : { $symptom }, à « { $place } ».
progress-held = { $minutes } de maintien
progress-held-none = Rien de tenu
progress-rated-before = Douleur { $before } avant.
progress-rated-after = Douleur { $after } après.
progress-rated-both = Douleur { $before } avant, { $after } après.
progress-rating = { $value } sur 10

# Une séance
session-back = Toutes les séances
session-when = Quand
session-lasted = Durée
session-came-to = Ce qu’elle a donné
session-pain-before = Douleur avant
session-pain-after = Douleur après
session-held-title = Ce qui a été tenu
session-held-nothing = Rien n’a été tenu dans cette séance.
session-stretch = Étirement
session-side = Côté
session-both-sides = les deux
session-no-side = –
session-left = gauche
session-right = droite
session-holds = Maintiens
session-time = Temps tenu
session-felt-title = Ce que vous avez senti
session-felt = { $symptom }, à « { $place } », { $after } après le début.
session-felt-early = { $symptom }, avant le premier étirement.
session-advice-title = Ce qui a été conseillé
session-left-out-title = Depuis
session-contact = Contacter votre cabinet à ce sujet
session-steps = Chaque étape
session-step-time = Temps
session-step-what = Où
session-step-event = Ce qui s’est passé
session-activity = Pour une montre ou une application de sport (FIT)
session-log = Ce relevé en JSON
session-set-aside = Cette séance ne compte pas : ses heures ne peuvent pas être justes, ou elle a plus d’étapes qu’une séance ne peut en avoir. Elle est conservée telle quelle.
session-unread = Cette séance ne peut pas être lue par cette version de Lissom. Elle est conservée telle quelle.
session-event-elapsed = temps écoulé
session-event-next = suivant
session-event-skip = passé
session-event-ease = moins fort
session-event-yes = oui
session-event-no = non
session-event-ok = noté
session-event-high = noté fort
session-event-stop = arrêté
session-event-pain = douleur
session-event-numbness = engourdissement
session-event-tingling = fourmillements
session-event-dizziness = vertiges
session-event-pause = en pause
session-event-resume = repris
session-event-closed = fermé

# L’emporter
progress-export-title = À emporter
progress-export-sessions = Séances, en tableau (CSV)
progress-export-holds = Maintiens, en tableau (CSV)
progress-export-record = Pour le système de votre cabinet : séances et plan, sans votre nom (FHIR)
progress-export-logs = Tous les relevés (JSON)
progress-export-backup = Une sauvegarde de tout
progress-export-about = Les fichiers contiennent ce que vous avez dit de votre santé. Gardez-les là où personne d’autre ne regarde.
