# Ce que le serveur répond au lecteur quand il ne peut pas faire ce qui lui est demandé.
api-not-written = Ce qui a été envoyé n’a pas pu être enregistré sur cet ordinateur pour le moment.
api-not-written-hint = Le navigateur le conserve et l’enverra de nouveau. Le disque est-il plein ? La commande « lissom where » donne le dossier.
