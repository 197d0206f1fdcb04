# Ce que dit le guide : pourquoi quelque chose est prévu, fermé ou laissé de côté, et ce qui le rouvre.
# À relire par un soignant. $day et $next_day viennent de coach-day, sans article ; $stretch et $place sont
# des titres, mis entre guillemets pour qu’aucun accord ne dépende d’eux.

coach-day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
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
coach-minutes =
    { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
coach-range = { $least } à { $most }
coach-name = « { $name } »
coach-everything = Tout
coach-place-left = { $place } (à gauche)
coach-place-right = { $place } (à droite)
coach-symptom-pain = douleur
coach-symptom-numbness = engourdissement
coach-symptom-tingling = fourmillements
coach-symptom-dizziness = vertiges
coach-symptom-hurts = quelque chose qui fait mal
coach-step-level = un niveau plus bas
coach-step-hold = le maintien le plus court
coach-step-repeats = le moins de répétitions

## Ce qui vient avant la séance du jour

coach-go-on = « { $title } » s’est interrompu il y a un instant. Reprenez depuis le dernier repos, ou fermez-le.
coach-close-open = « { $title } » s’est interrompu il y a plus de { $minutes } minutes, et se ferme donc comme arrêté. Ce que vous avez fait compte.
coach-which = Le { $day }, quelque chose a fait mal dans « { $title } ». Dites d’abord ce que c’était.
coach-next-morning = Le { $day }, vous avez senti quelque chose. Dites d’abord si tout est revenu comme d’habitude.
coach-after-session = Une question sur « { $title } » : quelque chose a-t-il fait mal, picoté ou s’est-il engourdi ?

## Pourquoi les questions viennent d’abord, ou une seule

coach-ask-first = Les questions viennent d’abord, car c’est la première fois.
coach-ask-changed = Toutes les questions viennent d’abord, car vous avez dit que quelque chose a changé.
coach-ask-high-pain = Toutes les questions viennent d’abord, car votre douleur était forte.
coach-ask-emergency = Les signes d’urgence viennent d’abord, car votre douleur était forte.
coach-ask-unsafe = Toutes les questions viennent d’abord, car l’une de vos réponses demandait de la prudence.
coach-ask-profile = Toutes les questions viennent d’abord, car votre profil de santé a changé.
coach-ask-too-old = Toutes les questions viennent d’abord : elles reviennent tous les { $days } jours.
coach-ask-other-questions = Toutes les questions viennent d’abord : cette routine demande quelque chose à quoi vous n’avez pas encore répondu.
coach-screened = Vous avez répondu à toutes les questions le { $day }, il n’y en a donc qu’une aujourd’hui : y a-t-il du nouveau ?
coach-health-list = Avant de commencer vient une liste sur votre santé : cochez ce qui vous concerne.
coach-floor-question = Avant de commencer vient une question, sur la façon de descendre au sol.

## Pourquoi cette routine, et combien

coach-daily = Quelques minutes par jour, chaque jour.
coach-dose = Fait { $done } fois sur { $dose } cette semaine.
coach-dose-first = Prévu { $dose } fois par semaine.
coach-again = Déjà fait aujourd’hui. Une fois encore reste dans la dose, jusqu’à { $most } fois par jour.
coach-rest-of-day = Fait aujourd’hui : { $done }. Le reste complète la routine.
coach-portion = Environ { coach-minutes } : ce qui n’a pas été fait depuis le plus longtemps vient d’abord.
coach-gentlest = La partie la plus douce, environ { coach-minutes }. Le reste est là si vous le voulez.
coach-part-of-long = Une partie d’environ { coach-minutes }, ce qui n’a pas été fait depuis le plus longtemps d’abord. Les { $count } sont là si vous les demandez.
coach-portion-over = Il n’y a pas de partie plus courte : celle-ci prend environ { coach-minutes }.
coach-goes-with = « { $title } » : à faire avec « { $other } », les deux vont ensemble.
coach-goes-after = « { $title } » : à faire aussi, maintenant que « { $other } » est fait pour aujourd’hui. Les deux vont ensemble.
coach-one-thing-more = { $sessions } séances sans symptôme. Si vous le souhaitez, une chose de plus : un maintien plus long, ou une répétition de plus. Rester comme vous êtes est tout aussi bien.

## Ce qui en fait moins

coach-high-pain = Votre douleur était forte aujourd’hui, c’est donc la version la plus courte, après quelques questions.
coach-step-back = C’était moins bien le lendemain, il y a donc un peu moins aujourd’hui : { $steps }.
coach-level-weeks = Votre cabinet demande { $weeks } semaines sans symptôme avant un niveau plus élevé.
coach-capped = « { $stretch } » : jusqu’au niveau { $level } pour l’instant. { $because }. { $lifts }
coach-left-out = « { $stretch } » est laissé de côté pour l’instant. { $because }. { $lifts }
coach-excluded = « { $stretch } » est laissé de côté, à cause de votre profil de santé : { $condition }.
coach-excluded-level = « { $stretch } » : jusqu’au niveau { $level }, à cause de votre profil de santé : { $condition }.
coach-floor = « { $stretch } » est laissé de côté : cela se fait au sol, et vous avez signalé une difficulté à vous relever, ou une chute.
coach-floor-unasked = « { $stretch } » se fait au sol. Cela attend que vous ayez dit si vous pouvez descendre et vous relever.
coach-own-choice = « { $stretch } » est laissé de côté, parce que vous l’avez choisi.
coach-zone = Le fuseau horaire { $zones } n’est pas connu ici : les jours qui y ont été vécus sont comptés comme en UTC.
coach-rising = Vous êtes debout depuis peu. Se pencher en avant convient mieux à votre dos plus tard dans la journée.

## Pourquoi une routine n’est pas pour aujourd’hui

coach-closed = Tout est fermé pour l’instant. { $because }. { $lifts }
coach-nothing-open = Rien de « { $title } » n’est ouvert pour vous pour l’instant.
coach-done-today = « { $title } » est fait pour aujourd’hui.
coach-done-this-week = La dose de « { $title } » est faite pour cette semaine : { $done } fois sur { $dose }.
coach-tell-first = Dites d’abord ce qui a fait mal la dernière fois. Votre programme se fait ensuite.
coach-rest-today = Vous avez senti quelque chose ici aujourd’hui, alors laissez cela pour aujourd’hui.
coach-pause = C’était moins bien le lendemain, deux fois de suite. Laissez les étirements jusqu’au { $day }, et demandez à votre cabinet ce qui vous convient.
coach-blocked = Votre douleur était forte aujourd’hui. Votre cabinet vous demande de ne pas vous étirer un tel jour.

## D’où vient une restriction ; un point suit

coach-because-symptom = Vous avez signalé « { $symptom } », à « { $place } », le { $day }
coach-because-symptom-before = Vous avez signalé « { $symptom } » avant de commencer, le { $day }
coach-because-emergency = Le { $day }, vous avez signalé un signe d’urgence
coach-because-get-checked = Le { $day }, vous avez signalé un signe à faire examiner
coach-because-after = Le { $day }, vous avez dit que quelque chose avait fait mal, picoté ou s’était engourdi
coach-because-settled = Le { $day }, ce n’était pas revenu comme d’habitude
coach-because-answer = Votre réponse du { $day } demandait de la prudence

## Ce qui la lève

coach-lifts-cap-clean-session = Cela se rouvre après une séance sans symptôme, un autre jour.
coach-lifts-cap-taken-back = Vous pouvez reprendre à partir du { $next_day }, si c’est passé.
coach-lifts-leave-out-taken-back = Vous pouvez reprendre à partir du { $next_day }.
coach-lifts-close-taken-back = Vous pouvez reprendre à partir du { $next_day }, si c’est passé.
coach-lifts-close-next-day = Vous pourrez vous étirer de nouveau à partir du { $next_day }.
coach-lifts-contact = Demandez à votre cabinet ; quand il est d’accord, notez sa réponse.

## Pourquoi quelque chose ne peut pas être repris ; $target est un titre ou coach-everything

coach-refused-nothing = { $target } : il n’y a rien à reprendre.
coach-refused-opens-by-itself = { $target } : cela se rouvre tout seul, après une séance sans symptôme, un autre jour.
coach-refused-next-day = Plus rien aujourd’hui : { $target } pourra s’étirer de nouveau à partir du { $next_day }.
coach-refused-needs-contact = { $target } : cela reste fermé jusqu’à l’accord de votre cabinet. Notez alors sa réponse.
coach-refused-too-early = { $target } : il faut une nuit de repos ; vous pouvez reprendre à partir du { $next_day }.
coach-refused-not-settled = { $target } : cela reste fermé jusqu’à ce que ce soit passé.
coach-refused-all-closed = Tout est fermé pour l’instant, { $target } aussi. { $lifts }

## Les paroles datées de la personne

coach-word-agreed = { $day } : votre cabinet est d’accord pour { $target }{ $more } (d’après vous)
coach-word-agreed-clinic = { $day } : votre cabinet est d’accord pour { $target }{ $more }
coach-word-who = , { $who }
coach-word-on = , le { $day }
coach-word-allowed = {" "}: { $allowed }
coach-word-told = { $day } : vous avez signalé « { $symptom } » à « { $place } »
coach-word-told-before = { $day } : vous avez signalé « { $symptom } » avant de commencer

## Un plan en lignes de texte

told-today = Aujourd’hui
told-nothing = Rien à faire aujourd’hui.
told-lasts = { $title }, environ { $minutes } min
told-not-today = Pas aujourd’hui : { $title }
told-restrictions = lissom restrictions dit ce qui est laissé de côté, et ce qui le rouvre.
told-agreed = Quand votre cabinet est d’accord
told-take-back = Quand vous réessayez
told-numbers-wrong = Écrivez des numéros de 1 à { $most }, séparés par des virgules.
told-health-numbers =
    { $marked ->
        [0] Les numéros qui vous concernent, séparés par des virgules. Ajoutez « ? » si vous ne savez pas, comme 3,7 ?. Entrée : aucun de ces points :
       *[other] Les numéros qui vous concernent, séparés par des virgules. Ajoutez « ? » si vous ne savez pas, comme 3,7 ?. Entrée laisse tel quel, 0 pour aucun :
    }
told-known-numbers =
    { $marked ->
        [0] Les numéros, séparés par des virgules. Entrée : aucun de ces points :
       *[other] Les numéros, séparés par des virgules. Entrée laisse tel quel, 0 pour aucun :
    }

# Ce que la santé laisse de côté, une ligne pour chaque point.

left-out-line = À cause de « { $because } » : { $what }.
left-out-level = { $stretch } au-delà du niveau { $level }
left-out-floor = descendre au sol, ou une chute
left-out-floor-unasked = descendre au sol, à quoi vous n’avez pas encore répondu

## Where something comes from, in words.

source-handout = la feuille « { $title } »
source-ours = notre propre choix
source-routine = le programme lui-même
source-options = votre choix
source-setting = une valeur habituelle de notre part, qui peut être changée
