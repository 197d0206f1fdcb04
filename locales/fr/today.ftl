# Aujourd’hui, la page qui demande le mot qui rouvre quelque chose, et les images.

today-title = Aujourd’hui
today-welcome-title = Bienvenue
today-welcome-1 = Lissom vous guide à travers les étirements remis par un cabinet : il montre chacun, dit quoi faire et tient le temps.
today-welcome-2 = Il ne pose pas de diagnostic et ne connaît pas votre corps : c’est donc vous qui décidez jusqu’où aller, et vous vous arrêtez à toute douleur, tout engourdissement, tout fourmillement ou tout vertige.
today-welcome-3 = Tout ce que vous faites ici reste sur cet ordinateur.

today-noted = C’est noté.

## Une séance interrompue

today-broken-off = Une séance est encore ouverte
today-broken-off-here = Une séance s’est interrompue sur cet appareil. Reprenez depuis le dernier repos, ou terminez-la : ce que vous avez fait compte.
today-others = Quelque chose sur cet appareil appartient au dossier d’une autre personne. Cela attend que ce dossier soit ouvert ici.
today-unowned = Une séance a été conservée sur cet appareil avant que Lissom ne note à qui elle est, et elle n’est encore dans aucun dossier. Tant que vous n’avez pas dit si c’était la vôtre, aucune séance ne commence ici. Elle a commencé le
today-unowned-mine = Oui, c’était la mienne
today-unowned-another = Non, celle de quelqu’un d’autre
today-refused = Une séance de cet appareil n’a pas pu être notée. Elle est conservée ici, et seul cet appareil se souvient de ce qui y a fait mal.
today-go-on = Continuer
today-end-it = La terminer
today-go-on-with = { $title } : cette séance a été interrompue. La reprendre ?
today-stays-open = Elle reste ouverte ; rien n’a commencé.
today-questions-now = Répondre aux questions maintenant, pour une séance courte ?

## Combien, et Commencer

today-felt = Vous avez ressenti quelque chose pendant une séance aujourd’hui. Reposez-vous d’abord. Ce qui reste ci-dessous est sans cet étirement, et peut attendre demain.
today-now = Maintenant
today-how-much = Combien voulez-vous faire ?
today-minutes = { $minutes } min
today-minutes-long =
    { $minutes ->
        [one] environ { $minutes } minute
       *[other] environ { $minutes } minutes
    }
today-portion-2 = 2 min
today-portion-6 = 6 min
today-portion-all = Tout
today-portion-today = Comme d’habitude
today-about = environ { $minutes } min
today-start = Commencer
today-answer = Répondre à la question
today-first = D’abord
today-plan = Ce que contient la séance, et pourquoi
today-rest =
    { $seconds ->
        [60] une minute de repos, puis
       *[other] { $seconds } secondes de repos, puis
    }
today-sources = D’où viennent ces raisons
today-sources-about = De la feuille du cabinet quand elle le dit, de la recherche quand elle y ajoute, sinon c’est notre propre choix.

## Ce qui est fermé, fait ou au repos

today-closed = Fermé pour l’instant
today-open-settled = C’est passé : réessayer
today-open-agreed = Mon cabinet est d’accord
today-contact = Contacter votre cabinet
today-nothing = Rien à faire pour l’instant
today-not-today = Pas aujourd’hui

## La semaine

today-week = Cette semaine
today-week-done =
    { $done ->
        [0] { $kind ->
            [daily] Prévu chaque jour, un peu à la fois.
            [once] Prévu une fois par semaine.
            [same] Prévu { $least } fois par semaine.
           *[range] Prévu { $least } à { $most } fois par semaine.
        }
        [one] { $kind ->
            [daily] Fait un jour. Prévu chaque jour, un peu à la fois.
            [once] Fait une fois, comme prévu.
            [same] Fait une fois. Prévu { $least } fois par semaine.
           *[range] Fait une fois. Prévu { $least } à { $most } fois par semaine.
        }
       *[other] { $kind ->
            [daily] Fait { $done } jours. Prévu chaque jour, un peu à la fois.
            [once] Fait { $done } fois. Une fois par semaine suffit.
            [same] Fait { $done } fois. Prévu { $least } fois par semaine.
           *[range] Fait { $done } fois. Prévu { $least } à { $most } fois par semaine.
        }
    }
today-week-held =
    { $minutes ->
        [one] Une minute d’étirement tenue jusqu’ici.
       *[other] { $minutes } minutes d’étirement tenues jusqu’ici.
    }

## Toutes les routines

today-routines = Toutes les routines
today-routine-today = pour aujourd’hui
today-routine-done = fait
today-routine-rest = au repos
today-routine-closed = fermé pour l’instant
today-routine-other = quand vous voulez

## Le mot qui rouvre quelque chose

opening-title = { $what } : rouvrir ?
opening-why = Pourquoi c’est fermé
opening-taken-back-ask = Ce que vous y avez senti est-il passé ?
opening-taken-back-about = Personne d’autre ne peut le dire. Répondez oui seulement si cela a disparu, et commencez en douceur. Si cela revient, arrêtez-vous, et contactez votre cabinet.
opening-taken-back-yes = Oui, c’est passé : réessayer
opening-taken-back-no = Non, laisser fermé
opening-agreed-ask = Votre cabinet vous a-t-il dit que vous pouvez continuer ?
opening-agreed-about = Ne le notez que lorsqu’il l’a dit. Si vous n’avez pas encore demandé, demandez d’abord.
opening-who = Qui l’a dit (si vous voulez) :
opening-on = Quel jour :
opening-allowed = Ce qui est permis :
opening-contact-refused = Vérifiez le jour : il ne peut pas être à venir. Restez bref pour le reste.
opening-agreed-yes = Oui, mon cabinet est d’accord
opening-agreed-no = Pas encore, laisser fermé
opening-opens = Ceci se rouvre :
opening-cannot = Cela ne peut pas se rouvrir aujourd’hui
opening-back = Retour à aujourd’hui

## Ce qui a été senti, dit après une séance

felt-title = Qu’avez-vous senti ?
felt-which-about = Le { $day }, dans « { $title } », vous avez appuyé sur « Ça fait mal » à : { $place }. Vous n’avez pas dit ce que c’était. Qu’était-ce ?
felt-after-about = Vous avez dit que quelque chose avait fait mal après « { $title } », le { $day }. Dites où et quoi : seul cet étirement sera alors laissé de côté. D’ici là, tous se reposent.
felt-emergency = Douleur dans la poitrine, souffle court, jambe qui lâche, visage qui tombe ou parole difficile : appelez le { $number } tout de suite.
felt-before = avant de commencer
felt-where = Où l’avez-vous senti ?
felt-what = Qu’était-ce ?
felt-symptom-pain = Une douleur
felt-symptom-numbness = Un engourdissement
felt-symptom-tingling = Des fourmillements
felt-symptom-dizziness = Des vertiges
felt-symptom-hurts = Je ne sais pas
felt-missing = Choisissez une réponse de chaque sorte.
felt-save = Enregistrer
felt-saved = C’est enregistré. Avez-vous senti autre chose ?
felt-no-more = Non, c’est tout
felt-tell = Dire ce que vous avez senti
felt-number = Numéro :
felt-more = Avez-vous senti autre chose ?

## Images

figure-unknown = Cette image n’existe pas.
figure-unknown-hint = Le nom de la position, ou le côté, contient peut-être une faute de frappe.

## Une routine à soi qui ne peut pas servir

today-left-out =
    { $why ->
        [proving] Votre propre routine « { $id } » est en train d’être vérifiée selon les règles de sécurité. Cela peut prendre une minute ; ensuite elle sera là.
        [law] Votre propre routine « { $id } » est laissée de côté : elle ne respecte pas l’une des règles de sécurité que toute routine doit respecter. Vos autres routines n’en sont pas touchées.
        [taken] Votre propre routine « { $id } » est laissée de côté : Lissom a déjà quelque chose de ce nom. Donnez un autre identifiant à la vôtre et ajoutez-la de nouveau.
       *[other] Votre propre routine « { $id } » est laissée de côté : son fichier ne peut pas être lu tel quel. Redemandez-le à la personne qui l’a écrit et ajoutez-le de nouveau. Vos autres routines n’en sont pas touchées.
    }

## A session that is kept and does not count

today-set-aside = Une séance de « { $title } » est conservée, mais elle ne compte pas : ses heures ne peuvent pas être justes, ou elle a plus d’étapes qu’une séance ne peut en avoir. Si vous y avez eu mal, laissez cet étirement de côté. Son numéro est { $id }.
today-unread-hurt = Si vous y avez eu mal, laissez cet étirement de côté.
