# Un moment sans serveur.
offline-title = Cette page n’est pas disponible pour le moment
offline-what = Lissom n’est pas en marche sur cet ordinateur, et cette page n’a pas été gardée pour ces moments-là.
offline-still = Vos séances fonctionnent toujours : le plan du jour et le lecteur ont été gardés. Ce que vous faites est conservé dans ce navigateur, et s’ajoute à votre suivi quand Lissom est de nouveau en marche.
offline-to-today = Aller à Aujourd’hui
offline-start = Pour relancer Lissom, utilisez la commande « lissom » sur cet ordinateur, ou demandez à la personne qui l’a installé.
offline-earlier = Ceci est une copie plus ancienne de la page : Lissom n’est pas en marche pour le moment. Ce que vous avez fait depuis n’y figure pas encore. Une séance peut tout de même commencer.
