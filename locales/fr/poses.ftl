# L’image de chaque pose en mots : son titre, et ce que l’on voit, pour qui ne la voit pas.
# $side et $other valent « left » ou « right » : le côté que la pose nomme, et l’autre. Les messages grammar-…
# en font l’adjectif français, au féminin, et au masculin avec -m.
grammar-side =
    { $side ->
        [left] gauche
       *[right] droite
    }
grammar-side-m =
    { $side ->
        [left] gauche
       *[right] droit
    }
grammar-other =
    { $other ->
        [left] gauche
       *[right] droite
    }
grammar-other-m =
    { $other ->
        [left] gauche
       *[right] droit
    }
pose-of-side = { $title } (à { grammar-side })
pose-mirrored = Image vue comme dans un miroir : la gauche est à gauche.

pose-sit-tall = Le dos droit sur la chaise
pose-sit-tall-words = Une personne est assise le dos droit sur une chaise, les deux pieds à plat au sol, les mains posées sur les cuisses.
pose-sit-ready = Sur la chaise, un tabouret devant
pose-sit-ready-words = Une personne est assise le dos droit sur une chaise, les deux pieds au sol. Un tabouret se trouve devant elle.
pose-rest-sit = Repos sur la chaise
pose-rest-sit-words = Une personne se repose sur une chaise, appuyée au dossier, les mains sur les genoux, les épaules souples.
pose-stand-ready = Debout, en tenant une chaise
pose-stand-ready-words = Une personne se tient debout, droite, derrière une chaise et tient le dossier d’une main.
pose-leg-ladder-sit = Au fond de la chaise, un tabouret devant
pose-leg-ladder-sit-words = Une personne est assise sur une chaise, le dos soutenu et les deux pieds au sol. Un tabouret se trouve devant elle.
pose-leg-ladder-reach = Jambe sur le tabouret, orteils pointés
pose-leg-ladder-reach-words = Une personne est assise, le dos soutenu. La jambe { grammar-side } est tendue, le talon sur le tabouret, les orteils pointés au loin.
pose-leg-ladder-ankle = Orteils vers le tibia
pose-leg-ladder-ankle-words = Une personne est assise, le dos soutenu, la jambe { grammar-side } tendue sur le tabouret, et ramène les orteils vers le tibia. L’arrière de la jambe est étiré. Cela se sent à l’arrière de la jambe { grammar-side }.
pose-leg-ladder-chin = Menton vers la poitrine
pose-leg-ladder-chin-words = La jambe { grammar-side } est tendue sur le tabouret, les orteils ramenés. La personne plie le cou, le menton vers la poitrine. Cela se sent à l’arrière de la jambe { grammar-side }.
pose-leg-ladder-slump = Laisser le dos s’arrondir
pose-leg-ladder-slump-words = La jambe { grammar-side } est tendue sur le tabouret, les orteils ramenés, le menton vers la poitrine, et le dos est rond. Cela se sent à l’arrière de la jambe { grammar-side } et dans le dos.
pose-forward-roll-forward-roll = Enroulement en avant, mains aux chevilles
pose-forward-roll-forward-roll-words = Une personne est assise sur une chaise, enroulée en avant sur les cuisses, le dos rond et la tête pendante, et tient ses deux chevilles. Cela se sent dans le dos.
pose-sideways-reach-sideways-reach = Un bras levé, penché de côté
pose-sideways-reach-sideways-reach-words = Une personne est assise sur une chaise, le bras { grammar-side-m } levé, et se penche vers la { grammar-other }. Cela se sent du côté { grammar-side-m } du tronc.
pose-spine-rotation-spine-rotation = Rotation, main sur le genou opposé
pose-spine-rotation-spine-rotation-words = Une personne est assise sur une chaise et tourne le haut du corps vers la { grammar-side } : la main { grammar-other } pousse sur le genou { grammar-side-m }, la main { grammar-side } est derrière le dos. Cela se sent dans le dos et la taille.
pose-gluteal-gluteal = Cheville sur le genou, pousser vers le bas
pose-gluteal-gluteal-words = Une personne est assise sur une chaise, la cheville { grammar-side } croisée sur la cuisse { grammar-other }, juste au-dessus du genou, et pousse le genou { grammar-side-m } vers le bas. Cela se sent dans la fesse { grammar-side }.
pose-quadriceps-quadriceps = Talon vers la fesse, debout
pose-quadriceps-quadriceps-words = Une personne est debout sur la jambe { grammar-other }, une main sur le dossier d’une chaise. Le genou { grammar-side-m } est plié, et la main { grammar-other } tient la cheville { grammar-side } derrière le corps. Les genoux sont joints. Cela se sent à l’avant de la cuisse { grammar-side }.
pose-chin-tuck-chin-tuck = Tête vers l’arrière
pose-chin-tuck-chin-tuck-words = Une personne est assise le dos droit, le regard à l’horizontale, et glisse la tête vers l’arrière, de sorte que le menton rentre. Cela se sent à l’arrière du cou.
pose-neck-rotation-neck-rotation = Tourner la tête
pose-neck-rotation-neck-rotation-words = Une personne est assise le dos droit et tourne la tête vers la { grammar-side }, le menton à l’horizontale, les épaules immobiles. Cela se sent du côté { grammar-other-m } du cou.
pose-neck-side-bend-neck-side-bend = Oreille vers l’épaule
pose-neck-side-bend-neck-side-bend-words = Une personne est assise le dos droit et penche le cou de côté, l’oreille { grammar-side } vers l’épaule { grammar-side }. Cela se sent du côté { grammar-other-m } du cou.
pose-look-down-look-down = Nez vers l’aisselle
pose-look-down-look-down-words = Une personne est assise le dos droit, la tête tournée à demi vers la { grammar-side } et penchée, le nez vers l’aisselle { grammar-side }. Cela se sent du côté { grammar-other-m } du cou, à l’arrière.
pose-shoulder-blades-shoulder-blades = Omoplates en arrière et vers le bas
pose-shoulder-blades-shoulder-blades-words = Une personne, vue de dos, est assise le dos droit, les bras relâchés, et ramène les deux omoplates en arrière et vers le bas, l’une vers l’autre. Cela se sent entre les omoplates.
pose-kneel-ready = À quatre pattes
pose-kneel-ready-words = Une personne est à quatre pattes sur un tapis, le dos à plat.
pose-cat-cow-cat = Chat : arrondir le dos
pose-cat-cow-cat-words = Une personne à quatre pattes arrondit le dos vers le plafond et laisse pendre la tête. Cela se sent dans le dos.
pose-half-kneel-ready = Un genou au sol
pose-half-kneel-ready-words = Une personne est sur le genou { grammar-side-m } sur un tapis, le pied { grammar-other-m } à plat devant elle, une main sur la cuisse, l’autre sur le dossier d’une chaise à côté d’elle.
pose-hip-flexor-hip-flexor = Un genou au sol, hanches en avant
pose-hip-flexor-hip-flexor-words = Une personne est sur le genou { grammar-side-m }, le pied { grammar-other-m } devant, une main sur le dossier d’une chaise, et avance les hanches, le tronc droit. Cela se sent à l’avant de la hanche { grammar-side }.
pose-wall-ready = Debout face au mur
pose-wall-ready-words = Une personne est debout face à un mur, les deux mains dessus à hauteur des épaules.
pose-calf-calf = Jambe en arrière, talon au sol, au mur
pose-calf-calf-words = Une personne se penche vers un mur, les mains dessus. La jambe { grammar-side } est en arrière, tendue, le talon au sol ; le genou { grammar-other-m } est plié. Cela se sent dans le mollet { grammar-side-m }.
pose-doorway-ready = Debout dans une embrasure
pose-doorway-ready-words = Une personne est debout dans une embrasure et tient l’encadrement d’une main.
pose-chest-chest = Avant-bras sur l’encadrement, se pencher en avant
pose-chest-chest-words = Une personne est debout dans une embrasure, un avant-bras à la verticale de chaque côté de l’encadrement, les coudes plus bas que les épaules et un pied en avant, et se penche à travers, de sorte que la poitrine s’ouvre. Cela se sent à l’avant de la poitrine et dans les épaules.
