// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice of the QEMU release whose backends the command has. */
class ReleaseIT {
    @TempDir
    Path folder;

    @Test
    void newerTypesAreThereIfTheyAreAskedFor() throws Exception {
        assertThat(QomProcess.run(folder, "types").out()).doesNotContain("memory-backend-shm");
        assertThat(QomProcess.run(folder, "types", "--qemu", "10.0").out()).contains("memory-backend-shm");
    }

    @Test
    void newerPropertiesAreThereIfTheyAreAskedFor() throws Exception {
        String object = "memory-backend-file,id=m0,mem-path=f,size=4k,offset=4k";
        assertThat(QomProcess.run(folder, "check", "-object", object).status()).isEqualTo(1);
        assertThat(QomProcess.run(folder, "run", "--qemu", "10.0", "-object", object)
                        .status())
                .isZero();
        assertThat(folder.resolve("f")).hasSize(8192);
    }

    @Test
    void unknownReleaseIsRefusedWithThoseThatThereAre() throws Exception {
        QomProcess qom = QomProcess.run(folder, "types", "--qemu", "9.9");
        assertThat(qom.status()).isEqualTo(2);
        assertThat(qom.err()).contains("7.2").contains("10.0");
    }

    @Test
    void persistenceThatIsRequiredAndCannotBeHadIsRefused() throws Exception {
        QomProcess qom = QomProcess.run(
                folder,
                "run",
                "-object",
                "memory-backend-file,id=m0,mem-path=f,size=4k,share=on,pmem=on,persistence=required");
        assertThat(qom.status()).isEqualTo(1);
        assertThat(qom.err()).contains("'persistence=required' cannot be met by f");
        assertThat(folder.resolve("f")).doesNotExist();
    }
}
