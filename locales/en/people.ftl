# The people who use Lissom on this machine.

people-title = Who is stretching?
people-short = The people who use this, each with a record of their own
people-about = Everyone has sessions, settings and a health list of their own. What one of you tells never changes what another is offered.
people-unnamed = Person { $place }
people-here = This browser is open for you.
people-choose = I am { $name }
people-rename = Change the name of { $name }
people-rename-do = Change the name
people-name = Name
people-remove = Remove { $name }
people-remove-what = All sessions, settings and health answers of { $name } go. A backup stays on this computer, so that they can be brought back.
people-remove-do = Remove { $name }
people-removed = Removed. A backup lies at { $file }. To bring it back, add the person again, choose them, and restore that file under Your data.
people-add = Somebody else stretches here too
people-add-do = Add
people-switch = Stretching: { $name }. Somebody else?
people-wrong-empty = Write a name.
people-wrong-long = Write a shorter name, { $most } letters at most.
people-wrong-unseen = There is a character in it that cannot be seen. Write the name anew.
people-wrong-number = A number is no name. Write a name.
people-wrong-taken = Somebody here has that name already. Write another one.
people-wrong-many = There are as many people here as there can be.
