"""Everything a person has here, as one readable archive (format `lissom-backup/1`), and back."""

from lissom.exchange.backup.archive import FORMAT, BackupDamaged, pack_folder, read, write
from lissom.exchange.backup.content import Backup
from lissom.exchange.backup.packed import Packed

__all__ = ["FORMAT", "Backup", "BackupDamaged", "Packed", "pack_folder", "read", "write"]
