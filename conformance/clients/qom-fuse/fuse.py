# SPDX-License-Identifier: Apache-2.0
"""What qom-fuse imports: Debian's fusepy, with one thread, since QEMU's QMP library cannot be used from several at once."""

import fusepy
from fusepy import FuseOSError, Operations


class FUSE(fusepy.FUSE):
    """A file system served by one thread."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, nothreads=True, **options)
