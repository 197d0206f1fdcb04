# Un programme sur papier. Personne n’écoute le papier : ce qu’il dit doit suffire pour s’arrêter à temps.

handout-for-whom = Pour les adultes à qui leur cabinet a remis cette page.
handout-good-for = À quoi cela sert
handout-needs = Ce qu’il vous faut
handout-how-often = Fréquence
handout-each-time-about = Marchez d’abord quelques minutes, si vous le pouvez. Bougez lentement. Arrêtez-vous à un étirement doux, et continuez de respirer. En faire plus n’est pas mieux.
handout-positions = Les étirements
handout-read-first = Avant la première fois, lisez « { handout-when-not } », page { $page }.
handout-facing = De face, c’est comme dans un miroir.
handout-legend = La flèche montre le mouvement, la tache sombre l’endroit où cela se sent.
# Où se fait un groupe d’étirements, avant le premier d’entre eux.
handout-posture =
    { $posture ->
        [sitting] Assis sur la chaise
        [kneeling] Au sol : descendez lentement, une main sur la chaise, et remontez de la même façon
       *[standing] Debout : levez-vous lentement, et tenez-vous à quelque chose de solide
    }
handout-often =
    { $sides ->
        [none] { $kind ->
            [once] Une fois.
            [same] { $most } fois.
           *[range] { $least } à { $most } fois.
        }
        [in-turn] { $kind ->
            [once] Une fois d’un côté, puis une fois de l’autre.
            [same] { $most } fois d’un côté, puis { $most } fois de l’autre.
           *[range] { $least } à { $most } fois d’un côté, puis autant de l’autre.
        }
       *[alternating] { $kind ->
            [once] Une fois d’un côté, puis de l’autre.
           *[same] D’abord un côté, puis l’autre. { $most } tours en tout.
        }
    }
handout-shown =
    { $side ->
        [left] Sur l’image : côté gauche.
       *[right] Sur l’image : côté droit.
    }
handout-mirrored = Comme dans un miroir.
handout-hold =
    { $kind ->
        [range] { $least } à { $most } secondes.
       *[same] { $most } secondes.
    }
handout-hold-open = Tant que c’est confortable, jusqu’à { $seconds } secondes.
handout-gate =
    { $round ->
        [0] Seulement si vous le voulez, et seulement après { $seconds } secondes de « { $position } ».
        [2] Seulement si vous le voulez, seulement au deuxième tour, et seulement après { $seconds } secondes de « { $position } ».
       *[other] Seulement si vous le voulez, seulement au tour { $round }, et seulement après { $seconds } secondes de « { $position } ».
    }
handout-going-on = Vous passez au { $next } ? Restez ainsi. Sinon :
# Là où commencent les niveaux plus hauts [A11].
handout-higher = Ici commencent de grands étirements, qui demandent des nerfs mobiles. Douleur, engourdissement ou fourmillements : arrêtez et revenez.
# Pour sortir de la position la plus haute : les mots pour relâcher.
handout-way-out = Puis revenez lentement. { $words }
# Ce que fait un symptôme ici, là où il fait plus que dans les autres étirements.
handout-ends-here = Si vous sentez ici { $symptoms }, arrêtez pour aujourd’hui.
handout-to-stop = Pour arrêter :

## Ce que l’on remplit pour une personne

handout-patient = Pour :
handout-date = Date :
handout-therapist = De la part de :
handout-reached = Téléphone :
handout-your-hold = Maintien pour vous, en secondes :
handout-your-repeats = Répétitions pour vous :
handout-for-clinic = Pour le cabinet :

## Les règles d’arrêt

handout-stop = Arrêtez-vous tout de suite si vous sentez :
handout-stop-first = Sortez d’abord de l’étirement, lentement. Lisez ensuite « { handout-stop-about } », page { $page }.
handout-stop-about = Que faire alors
handout-left-out = Laissé de côté pour vous en ce moment
handout-call = Urgence : appelez le { $number }

## Quand ne pas le faire

handout-when-not = Quand ne pas le faire
handout-when-not-about = Lisez ceci avant la première fois, une fois par mois, et dès que quelque chose a changé. Dans le doute, comptez cela comme un oui.
handout-conditions = Si cela vous concerne
handout-conditions-about = Demandez à votre cabinet avant de faire les numéros indiqués ici. Ce que votre cabinet vous a dit lui-même passe avant cette liste.
handout-not = Ne faites pas { $steps } :
handout-not-any = Ne faites aucun de ces exercices :

## Le tableau

handout-grid = Quatre semaines
handout-grid-about = Cochez chaque fois que vous l’avez fait. Si vous le souhaitez, notez votre douleur avant et après, de 0 (aucune) à 10. À partir de { $high } avant de commencer, relisez d’abord « { handout-when-not } ». Si c’est pire le lendemain matin, reposez-vous ce jour-là et demandez à votre cabinet.
handout-grid-week = Semaine
handout-done = Fait
handout-pain = Douleur
handout-before = avant
handout-after = après

## Au pied de la page

handout-clinic = Votre cabinet
handout-phone = Téléphone :
handout-email = E-mail :
handout-open = Se laisser guider
handout-open-about = Visez le carré avec l’appareil photo d’un téléphone et touchez le lien, ou tapez :
handout-code = Un code à scanner qui ouvre « { $title } » dans Lissom.
handout-from = D’après
handout-from-about = tout le reste est notre propre choix.
handout-version = version { $version }, { $digest }
handout-reviewed = Relu par { $by } le { $on }.
handout-unreviewed = En attente de la relecture d’un soignant.
handout-is = Un guide de ce qu’un cabinet a remis. Il ne pose pas de diagnostic, et il ne connaît pas votre corps : vous, si.

## Quand il n’y en a pas

handout-closed = « { $title } » est fermé pour vous en ce moment, et n’est donc pas mis sur papier. { $why }
