# Ce qui entoure chaque page.
frame-about = Des séances guidées des étirements remis par un cabinet.
frame-skip = Aller au contenu
frame-nav = Pages
frame-today = Aujourd’hui
frame-progress = Suivi
frame-settings = Réglages
frame-contact = Contacter votre cabinet
frame-is = Un guide des étirements remis par un cabinet. Ni diagnostic ni traitement : arrêtez-vous à toute douleur, tout engourdissement, tout fourmillement ou tout vertige.
frame-review = Cette traduction attend encore la relecture par un soignant. En cas de doute, demandez à votre cabinet.

# Erreurs
fault-title = Cela n’a pas fonctionné
fault-back = Retour à aujourd’hui
fault-host = Lissom ne répond que sur cet ordinateur, à sa propre adresse.
fault-foreign = Lissom ne donne rien aux pages d’autres sites.
fault-refused = Le formulaire n’a pas été envoyé depuis une page de Lissom, rien n’a donc été changé.
fault-refused-hint = Revenez en arrière, rechargez la page, et envoyez-le de nouveau. Les cookies de cette adresse doivent être permis.
fault-data-folder = votre dossier de données
fault-not-found = Cette page n’existe pas.
fault-not-found-hint = L’adresse contient peut-être une faute de frappe.
fault-bad-request = La demande n’a pas pu être comprise, rien n’a donc été changé.
fault-bad-request-hint = Revenez en arrière, et essayez encore une fois.
fault-ours = L’erreur vient de nous, pas de vous. Ce qui a été enregistré avant est conservé.
fault-ours-hint = Essayez encore une fois. Si cela persiste, arrêtez-vous là pour aujourd’hui.
fault-another = Cette page appartient au dossier d’une autre personne que celui qui est ouvert ici maintenant
fault-another-hint = Rien n’a été noté, ni dans ce dossier ni dans l’autre. Allez à Aujourd’hui, et dites-le là si cela vous concernait.
