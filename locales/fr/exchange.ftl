# Ce qui se trouve dans les fichiers que d’autres programmes lisent.
calendar-name = Étirements
# $minutes est la durée d’une séance.
calendar-about =
    { $minutes ->
        [one] Environ { $minutes } minute. Lissom dit ce qui convient aujourd’hui. Douleur, engourdissement, fourmillements ou vertiges : arrêtez-vous.
       *[other] Environ { $minutes } minutes. Lissom dit ce qui convient aujourd’hui. Douleur, engourdissement, fourmillements ou vertiges : arrêtez-vous.
    }
