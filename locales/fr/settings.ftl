# Réglages. Un champ a quatre sortes de messages : son nom, son explication, ses valeurs, et quoi écrire à la place.
settings-title = Réglages
settings-back = Tous les réglages
settings-saved = Enregistré.
settings-save = Enregistrer
settings-chosen = { $what } : { $value }
settings-not-saved = Rien n’a encore été enregistré. Regardez ce qui est marqué.
settings-this-device = Tout est conservé sur cet ordinateur. Rien n’est envoyé nulle part.

settings-practice-about = Ce que vous pratiquez, le côté qui passe en premier, l’allure
settings-practice-title = Votre pratique
settings-practises = Les routines que vous pratiquez
settings-practises-hint = La page Aujourd’hui est faite à partir d’elles.
settings-practises-wrong = Choisissez dans la liste.
settings-lead = Le côté qui passe en premier
settings-lead-hint = Commencez par la jambe la plus facile, s’il y en a une.
settings-lead-left = À gauche
settings-lead-right = À droite
settings-lead-wrong = Choisissez gauche ou droite.
settings-pace = Allure
settings-pace-hint = Le temps pour entrer dans une position, en sortir et changer de côté. Les maintiens restent les mêmes.
settings-pace-usual = Habituelle
settings-pace-easy = Tranquille : deux fois plus de temps
settings-pace-wrong = Choisissez l’une des deux.
settings-rises = Quand vous vous levez
settings-rises-hint = Laissez vide, ou donnez l’heure : se pencher en avant attend alors environ deux heures.
settings-rises-wrong = Écrivez les heures et les minutes, par exemple 07:00.
settings-routine-options = Maintiens, répétitions et niveaux se règlent sur la page de chaque routine :

settings-voice-about = Voix, carillons, vitesse et volume
settings-voice-title = Voix et son
settings-voice = Voix
settings-voice-hint = Dit quoi faire, et compte les cinq dernières secondes.
settings-voice-on = Oui
settings-voice-off = Non
settings-voice-wrong = Choisissez oui ou non.
settings-chimes-only = Carillons
settings-chimes-only-hint = Un carillon marque de toute façon le début et la fin de chaque maintien.
settings-chimes-only-off = Avec la voix
settings-chimes-only-on = Seulement des carillons, sans paroles
settings-chimes-only-wrong = Choisissez l’un des deux.
settings-voice-rate = Vitesse de la voix
settings-voice-rate-hint = En mots par minute.
settings-voice-rate-120 = Lente
settings-voice-rate-150 = Habituelle
settings-voice-rate-180 = Rapide
settings-voice-rate-own = Une autre vitesse, de 80 à 400 :
settings-voice-rate-wrong = Écrivez un nombre entier de 80 à 400.
settings-volume = Volume
settings-volume-hint = En plus du volume de votre appareil.
settings-volume-40 = Doux
settings-volume-70 = Moyen
settings-volume-100 = Plein
settings-volume-own = Un autre, de 0 à 100 :
settings-volume-wrong = Écrivez un nombre entier de 0 à 100.
settings-wording = Mots
settings-wording-hint = Les mots courts disent la même chose en moins.
settings-wording-auto = Complets les deux premières fois, puis courts
settings-wording-short = Toujours courts
settings-wording-full = Toujours complets
settings-wording-wrong = Choisissez l’un des trois.

settings-look-about = Taille des mots, couleurs, langue
settings-look-title = Apparence et langue
settings-text-size = Taille des mots
settings-text-size-hint = Sur chaque page. Le zoom de votre navigateur fonctionne aussi.
settings-text-size-usual = Habituelle
settings-text-size-large = Grande
settings-text-size-largest = Très grande
settings-text-size-wrong = Choisissez l’une des trois.
settings-theme = Couleurs
settings-theme-hint = Le sombre fatigue moins les yeux dans une pièce peu éclairée.
settings-theme-auto = Comme l’appareil
settings-theme-light = Claires
settings-theme-dark = Sombres
settings-theme-wrong = Choisissez l’une des trois.
settings-language = Langue
settings-language-hint = Des pages et de la voix.
settings-language-en = English
settings-language-fr = Français (traduction à relire par un soignant)
settings-language-wrong = Choisissez l’une des langues.

settings-clinic-about = Nom, téléphone, courriel, le numéro d’urgence
settings-clinic-title = Votre cabinet
settings-clinic-name = Son nom
settings-clinic-name-hint = Comme vous le chercheriez.
settings-clinic-name-wrong = Écrivez un nom de cent lettres au plus.
settings-clinic-phone = Son téléphone
settings-clinic-phone-hint = Pour appeler d’une seule touche.
settings-clinic-phone-wrong = Écrivez un numéro de téléphone, par exemple +33 1 99 00 00 00.
settings-clinic-email = Son courriel
settings-clinic-email-hint = Rien ne s’envoie jamais tout seul.
settings-clinic-email-wrong = Écrivez une adresse de courriel, par exemple accueil@cabinet.example.
settings-emergency = Le numéro d’urgence
settings-emergency-hint = Il est montré et dit là où un signe d’urgence apparaît. Vérifiez que c’est le bon là où vous êtes.
settings-emergency-112 = 112 (Union européenne, Suisse, Norvège, Islande, Turquie, Ukraine, Inde)
settings-emergency-999 = 999 (Royaume-Uni, Irlande, Hong Kong)
settings-emergency-911 = 911 (États-Unis, Canada, Mexique)
settings-emergency-000 = 000 (Australie)
settings-emergency-111 = 111 (Nouvelle-Zélande)
settings-emergency-119 = 119 (Japon, Corée du Sud)
settings-emergency-192 = 192 (Brésil)
settings-emergency-120 = 120 (Chine)
settings-emergency-10177 = 10177 (Afrique du Sud)
settings-emergency-own = Un autre numéro :
settings-emergency-wrong = Écrivez le numéro en chiffres, par exemple 112.

settings-health-title = Votre santé
settings-health-about = Ce qui vous concerne, et ce qui est laissé de côté pour cela
settings-health-lead = Marquez ce qui vous concerne. Certains étirements sont alors laissés de côté, et Lissom dit lesquels et pourquoi. Personne d’autre que vous ne le voit.
settings-health-conditions = Ce qui vous concerne
settings-health-leaves-out = Laisse de côté : { $what }. [{ $source }]
settings-health-leaves-nothing = Ne laisse rien de côté.
settings-health-level = { $stretch } au-dessus du niveau { $level }
settings-health-clinician = Mon soignant le sait, et m’a remis cette feuille
settings-health-clinician-hint = Seulement si un soignant qui le sait vous a remis la feuille. Ce n’est alors plus laissé de côté là.
settings-health-known = Ce que votre soignant sait
settings-health-known-hint = Ces points font partie des questions avant les étirements. Ne marquez une feuille que si un soignant qui le sait vous l’a remise ; la question n’y est alors plus posée. Les signes d’urgence sont toujours demandés.
settings-health-floor = Les étirements au sol sont laissés de côté, sauf si vous descendez et vous relevez sans aide, sans chute dans la dernière année.
settings-health-again = Si vous changez quelque chose ici, toutes les questions reviennent une fois avant la prochaine séance.

settings-reminders-about = Avis dans le navigateur, événements dans votre agenda
settings-reminders-title = Rappels et agenda
settings-reminders = Rappels dans le navigateur
settings-reminders-hint = Un court avis aux heures ci-dessous, tant qu’une page de Lissom est ouverte.
settings-reminders-off = Non
settings-reminders-on = Oui
settings-reminders-wrong = Choisissez oui ou non.
settings-reminder-times = Heures
settings-reminder-times-hint = Jusqu’à six, par exemple 08:00, 18:00. Vide : ce que donne la page de chaque routine.
settings-reminder-times-wrong = Écrivez les heures et les minutes, par exemple 08:00, 18:00, chaque heure une fois et six au plus.
settings-address = Adresse pour les autres appareils
settings-address-hint = Là où un téléphone atteint ce Lissom. Laissez vide si vous ne savez pas : le papier et l’agenda ne portent alors aucun lien.
settings-address-wrong = Écrivez une adresse que d’autres appareils atteignent, par exemple https://stretches.example.
settings-reminder-days = Jours
settings-reminder-days-hint = Aucun marqué : autant que donne la page de chaque routine.
settings-reminder-days-mon = Lundi
settings-reminder-days-tue = Mardi
settings-reminder-days-wed = Mercredi
settings-reminder-days-thu = Jeudi
settings-reminder-days-fri = Vendredi
settings-reminder-days-sat = Samedi
settings-reminder-days-sun = Dimanche
settings-reminder-days-wrong = Choisissez dans la liste.
settings-notice = C’est l’heure de vos étirements, si cela vous convient maintenant.
settings-notices-allow = Permettre les avis sur cet appareil
settings-notices-allowed = Les avis sont permis sur cet appareil.
settings-notices-denied = Les avis sont bloqués sur cet appareil. Les réglages de votre navigateur peuvent les permettre.
settings-calendar = Dans votre agenda
settings-calendar-hint = Les mêmes jours et heures, comme événements avec une alarme, jamais plus que la dose d’une routine.
settings-calendar-file = Télécharger le fichier d’agenda
settings-feed-hint = Ou laissez un agenda de cet ordinateur chercher les changements tout seul, à une adresse secrète.
settings-feed-make = Créer une adresse secrète
settings-feed-address = L’adresse secrète
settings-feed-again = En créer une autre
settings-feed-revoke = Ne plus la laisser répondre

settings-data-title = Vos données
settings-data-about = Sauvegarder, récupérer une sauvegarde, effacer
settings-backup = Garder une sauvegarde
settings-backup-hint = Un seul fichier avec tout : séances, réglages, vos propres routines. Il contient ce que vous avez dit de votre santé : gardez-le là où personne d’autre ne regarde.
settings-backup-download = Télécharger une sauvegarde
settings-restore = Récupérer une sauvegarde
settings-restore-hint = Elle s’ajoute à ce qui est ici et ne remplace rien. Ce qui est réglé ici reste tel quel.
settings-restore-file = Le fichier de sauvegarde
settings-restore-do = La récupérer
settings-restore-choose = Choisissez d’abord un fichier de sauvegarde. Il ne doit être ni vide, ni plus grand que 256 Mo.
settings-restored = Repris : { $what }.
settings-restored-nothing = Tout ce qu’elle contient est déjà ici. Rien n’a été changé.
settings-restored-nothing-new = Rien de ce qu’elle contient n’est nouveau ici. Rien n’a été changé.
settings-restored-stays =
    { $count ->
        [one] { $count } réglage ou routine à vous est différent ici, et reste tel qu’ici.
       *[other] { $count } réglages ou routines à vous sont différents ici, et restent tels qu’ici.
    }
settings-restored-sessions =
    { $count ->
        [one] { $count } séance
       *[other] { $count } séances
    }
settings-restored-longer =
    { $count ->
        [one] la suite de { $count } séance
       *[other] la suite de { $count } séances
    }
settings-restored-words =
    { $count ->
        [one] { $count } parole datée de votre part
       *[other] { $count } paroles datées de votre part
    }
settings-restored-settings =
    { $count ->
        [one] { $count } réglage
       *[other] { $count } réglages
    }
settings-restored-routines =
    { $count ->
        [one] { $count } routine à vous
       *[other] { $count } routines à vous
    }
settings-restored-unread =
    { $count ->
        [one] { $count } séance ne peut pas être lue par cette version ; elle est conservée telle quelle.
       *[other] { $count } séances ne peuvent pas être lues par cette version ; elles sont conservées telles quelles.
    }
settings-erase = Tout effacer
settings-erase-what = Ceci efface de cet ordinateur : chaque séance, votre profil de santé, tous les réglages, ce qui était laissé de côté et pourquoi, vos propres routines, et ce que ce navigateur a gardé pour servir sans connexion. Cela ne peut pas être annulé. Les sauvegardes et les fichiers que vous avez enregistrés ailleurs restent.
settings-erase-safety = Ce qui est laissé de côté pour vous en ce moment est oublié aussi. Si votre cabinet vous a demandé de ne pas faire quelque chose, tenez-vous-y.
settings-erase-word = effacer
settings-erase-type = Tapez « { $word } » pour continuer
settings-erase-unlike = Ce n’est pas le mot, rien n’a donc été effacé.
settings-erase-do = Tout effacer
settings-erased-title = Tout est effacé
settings-erased = Vos séances, vos réglages, votre profil de santé et vos routines ont disparu de cet ordinateur. Si vous avez utilisé Lissom dans un autre navigateur ici, effacez-y aussi les données de ce site.
settings-erased-browser = La copie de ce navigateur a disparu elle aussi.
settings-erased-start = Recommencer à neuf
