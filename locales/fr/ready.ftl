# Se préparer.

ready-title = Se préparer
ready-about = Prenez votre temps. Rien ne tourne encore.
ready-minutes =
    { $minutes ->
        [one] environ { $minutes } minute
       *[other] environ { $minutes } minutes
    }
ready-start = Commencer
ready-start-about = Commencer, c’est le moment d’une seule question : y a-t-il du nouveau ? Ensuite, vos mains restent libres.
ready-start-questions = D’abord viennent les questions sur votre santé. Ensuite, vos mains sont libres.
ready-back = Retour
ready-question = D’abord une question, sur la dernière fois. Elle vient quand vous appuyez sur Commencer.
ready-nothing = Il n’y a rien à préparer pour l’instant

ready-fetch = À apporter
ready-walk = Marchez d’abord quelques minutes, si vous le pouvez.

ready-place = Placer le téléphone
ready-table = Posez-le sur une table, à la verticale, à portée de main, et non au sol : vous devez le voir de votre chaise, sans plier le cou.
ready-loud = Montez le son. Vous entendrez chaque étape, vous n’avez donc pas besoin de regarder.

ready-sound = Essayer le son
ready-sound-try = Faire entendre un carillon et une phrase
ready-sound-words = Voici comment je vous parle. Un carillon ouvre chaque maintien, et un autre le termine.
ready-sound-playing = Un carillon, puis une phrase.
ready-sound-both = Avez-vous entendu les deux ? Sinon, montez le son et essayez encore.
ready-sound-chime = Avez-vous entendu le carillon ? Ce navigateur n’a pas de voix, les mots restent donc à l’écran.
ready-sound-none = Ce navigateur ne donne aucun son. L’écran change de couleur là où un carillon se ferait entendre.
ready-sound-scripts = Le son ne peut être essayé que dans un navigateur qui exécute les scripts, et la séance aussi.

ready-side = Commencer par le côté le plus facile
ready-side-about = Lequel bouge le plus facilement aujourd’hui ? Il passe en premier. L’autre reçoit exactement la même chose.
ready-left = D’abord à gauche
ready-right = D’abord à droite
ready-side-offline = Cela ne peut pas être changé pour le moment. Tout le reste fonctionne.

ready-read = Lire d’abord toutes les positions
ready-read-about = Pour que rien ne vous surprenne. Asseyez-vous ensuite.
ready-sit = Asseyez-vous, et appuyez sur Commencer.

ready-left-out = Laissé de côté pour vous, et pourquoi
ready-rest = Tout le reste est comme prévu.
ready-left-out-about = Quelque chose n’est pas juste ?
ready-health = Changer ce que vous avez dit de votre santé
ready-listen = Écouter
ready-nothing-left-out = Merci. Rien n’est laissé de côté aujourd’hui à cause de ce que vous avez dit.

# Avant de commencer : la liste de santé, et la question du sol.

before-tick = Cochez ce qui vous concerne. Si vous ne savez pas, cochez aussi, et dites-le en dessous.
before-again = Cette liste revient une fois par mois. Ce que vous aviez coché l’est encore.
before-unsure = Je ne sais pas
before-clinic-knows = Mon cabinet le sait, et m’a donné ceci quand même : { $title }
before-known = Mon cabinet est au courant
before-known-hint = Les questions suivantes en parlent. Si votre cabinet est au courant et vous a donné ces étirements quand même, cochez ici, et on ne vous le demandera pas.
before-floor-title = Descendre au sol
before-floor-about = Certains de ces étirements se font au sol.
before-floor = Pouvez-vous descendre au sol et vous relever sans aide ?
before-fallen = Avez-vous fait une chute dans la dernière année ?
before-yes = Oui
before-no = Non
before-not-sure = Je ne sais pas
before-missing = Choisissez une réponse, s’il vous plaît.
before-go-on = Continuer
before-go-on-some = Continuer avec ce qui reste
before-none = Non, aucun de ces points
before-kept = Enregistré sur cet ordinateur seulement. Vous pouvez le changer à tout moment dans les réglages.
