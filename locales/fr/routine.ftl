# La page d’une routine, et ses positions en mots. $side et $other valent « gauche » et « droite », et
# suivent donc toujours « à ».

routine-start = Commencer
routine-minutes =
    { $minutes ->
        [one] environ { $minutes } minute
       *[other] environ { $minutes } minutes
    }
routine-part = Une partie à la fois : environ { $minutes } minutes, ce qui n’a pas été fait depuis le plus longtemps d’abord.
routine-facts = En bref
routine-how-long = Durée
routine-how-often = Fréquence
routine-week =
    { $kind ->
        [daily] Chaque jour
        [once] Une fois par semaine
        [same] { $least } fois par semaine
       *[range] { $least } à { $most } fois par semaine
    }
routine-day =
    { $kind ->
        [once] une fois par jour
        [same] { $least } fois par jour
       *[range] { $least } à { $most } fois par jour
    }
routine-good-for = À quoi cela sert
routine-needs = Ce qu’il vous faut
# Ce qui va avec une routine, aussi une fois qu’elle est faite [B10].
routine-goes-with = Faites aussi « { $titles } » : les deux vont ensemble.
routine-closed = Pas aujourd’hui
routine-today = Aujourd’hui
routine-positions = Toutes les positions
routine-left-out = Laissé de côté pour vous en ce moment
routine-level = Niveau { $level }

## Positions

position-often =
    { $sides ->
        [none] { $times ->
            [one] Une fois.
           *[other] { $times } fois.
        }
       *[both] { $times ->
            [one] Une fois de chaque côté.
           *[other] { $times } fois de chaque côté.
        }
    }
position-sides = Les images montrent le mouvement à { $side }. À { $other }, on fait exactement la même chose.
position-felt = Se sent ici : { $place }.
position-passed = On passe par cette position, sans la tenir.
position-hold = Tenez { $seconds } secondes.
position-open-hold = Tenez tant que c’est confortable, jusqu’à { $seconds } secondes.
position-gate = Seulement si vous dites oui, et seulement après { $seconds } secondes de « { $position } ».
position-gate-round = Seulement au { $round ->
        [2] deuxième
       *[other] { $round }e
    } tour, seulement si vous dites oui, et seulement après { $seconds } secondes de « { $position } ».

## Quand ne pas le faire

routine-when-not = Quand ne pas le faire
routine-stop = Arrêtez-vous tout de suite si vous sentez
routine-stop-about = Sortez d’abord de l’étirement, puis dites-le d’une touche. Lissom relâche aussitôt et vous dit quoi faire.
routine-questions = Ce qui est demandé avant
routine-questions-about = Si l’un de ces points est vrai, ou dans le doute, la séance ne commence pas, ou une partie est laissée de côté.
routine-excludes-title = Ce qui est laissé de côté, et pour qui
routine-excludes-about = Cela vient de votre profil de santé, que vous pouvez changer dans les réglages.
routine-excludes = « { $stretch } » est laissé de côté
routine-excludes-all = tout est laissé de côté
routine-excludes-level = « { $stretch } » va jusqu’au niveau { $level }
routine-excludes-own = dans votre profil
routine-mentions = À garder en tête

## D’où cela vient

routine-from = D’où cela vient
routine-from-about = De la feuille du cabinet quand elle le dit, de la recherche quand elle y ajoute, sinon c’est notre propre choix.
routine-from-clauses = Partie par partie
routine-from-what = Quoi
routine-from-clause = Source
routine-origin-whole = La routine dans son ensemble
routine-origin-dose = Fréquence
routine-reviewed = Relu par { $by } le { $on }.
routine-unreviewed = Aucun soignant n’a encore relu cette routine.

## Options

routine-options = Vos options
routine-options-about = Ce que vous choisissez vaut à partir de la prochaine séance. Le plan peut tout de même vous donner moins, un jour qui le demande.
routine-hold = Secondes à tenir
routine-hold-hint = { $least } à { $most }. Habituel : { $usual }.
routine-repeats = Nombre de fois chacun
routine-repeats-hint = { $least } à { $most }. Habituel : { $usual }.
routine-cap = Le maintien le plus long, en secondes
routine-cap-hint = { $least } à { $most }. Laissé vide, c’est comme dans la routine. Vous pouvez toujours relâcher plus tôt.
routine-lead = Le côté qui passe en premier, dans toutes les routines
routine-left = À gauche
routine-right = À droite
routine-pace = Allure, dans toutes les routines
routine-pace-usual = Habituelle
routine-pace-easy = Tranquille : deux fois plus de temps pour bouger et changer de côté ; les maintiens restent les mêmes
routine-levels = Jusqu’où vous pouvez aller
routine-levels-about = Aucun niveau n’est meilleur qu’un autre. Un niveau plus haut ajoute seulement une question pendant le maintien : sans votre oui, tout reste comme avant.
# Là où s’ouvrent les niveaux au-dessus du premier [A11].
routine-levels-caution = Les niveaux plus hauts sont de grands étirements. Ils demandent des nerfs qui bougent librement. Guettez la douleur, l’engourdissement et les fourmillements. Si vous en sentez, arrêtez et revenez : c’était trop.
routine-level-opens = Jusqu’à « { $position } »
routine-save = Enregistrer
routine-saved = Enregistré.
routine-not-saved = Rien n’est encore enregistré. Regardez ce qui est marqué ci-dessous.
routine-wrong-number = Écrivez un nombre entier de { $least } à { $most }, ou laissez vide.
routine-wrong-level = Ce niveau n’est pas ouvert en ce moment. Choisissez-en un qui l’est.
routine-wrong-lead = Choisissez gauche ou droite.
routine-wrong-pace = Choisissez habituelle ou tranquille.

## À emporter

routine-take-away = À emporter
routine-print = Imprimer cette page
routine-handout = Une feuille à imprimer (PDF)
routine-handout-large = La même en gros caractères
routine-calendar = Mettre dans votre agenda
