# Les personnes qui utilisent Lissom sur cette machine.

people-title = Qui s’étire ?
people-short = Les personnes qui s’en servent, chacune avec son propre dossier
people-about = Chacun a ses propres séances, ses réglages et sa liste de santé. Ce que dit l’un ne change jamais ce qui est proposé à l’autre.
people-unnamed = Personne { $place }
people-here = Ce navigateur est ouvert pour vous.
people-choose = Je suis { $name }
people-rename = Changer le nom de { $name }
people-rename-do = Changer le nom
people-name = Nom
people-remove = Retirer { $name }
people-remove-what = Toutes les séances, les réglages et les réponses de santé de { $name } disparaissent. Une sauvegarde reste sur cet ordinateur, pour pouvoir les reprendre.
people-remove-do = Retirer { $name }
people-removed = C’est fait. Une sauvegarde se trouve à { $file }. Pour la reprendre, ajoutez la personne de nouveau, choisissez-la, et restaurez ce fichier sous Vos données.
people-add = Quelqu’un d’autre s’étire ici aussi
people-add-do = Ajouter
people-switch = S’étire : { $name }. Quelqu’un d’autre ?
people-wrong-empty = Écrivez un nom.
people-wrong-long = Écrivez un nom plus court, { $most } lettres au plus.
people-wrong-unseen = Un caractère ne se voit pas. Écrivez le nom de nouveau.
people-wrong-number = Un nombre n’est pas un nom. Écrivez un nom.
people-wrong-taken = Quelqu’un ici porte déjà ce nom. Écrivez-en un autre.
people-wrong-many = Il y a ici autant de personnes que possible.
