// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockTest {

    @Test
    void blocksAreFoundWithTheirLanguageAndLine() {
        List<Block> blocks = Block.of("page.md", """
                Prose.

                ```java
                int a = 1;
                ```
                  ```
                  indented
                  ```
                """.lines().toList());

        assertThat(blocks)
                .containsExactly(
                        new Block("page.md:3", "java", List.of("int a = 1;")),
                        new Block("page.md:6", "", List.of("indented")));
    }

    @Test
    void blockWithoutEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Block.of("page.md", List.of("```java", "int a;")))
                .withMessageContaining("page.md:1");
    }

    @Test
    void javaBlocksOfOnePageShareWhatTheyDeclare() {
        try (JavaSession session = new JavaSession()) {
            session.run(new Block("p:1", "java", List.of("int a = 20;", "int b = a + 1;")));

            assertThat(session.run(new Block("p:2", "java", List.of("System.out.println(a + b);"))))
                    .isEqualTo("41\n");
        }
    }

    @Test
    void exceptionThatLeavesAJavaBlockIsPrinted() {
        try (JavaSession session = new JavaSession()) {
            Block block = new Block("p:1", "java", List.of("throw new IllegalStateException(\"no\");"));

            assertThat(session.run(block)).isEqualTo("IllegalStateException: no\n");
        }
    }

    @Test
    void shellBlockShowsCommandsOutputAndStatus(@TempDir Path folder) {
        Block block = new Block("p:1", "shell", List.of("$ x=1; \\", "  echo $x", "$ false", "$ ./qom --version"));

        assertThat(new ShellSession(folder).run(block))
                .startsWith("$ x=1; \\", "  echo $x", "1", "$ false", "(exit 1)", "$ ./qom --version")
                .last()
                .asString()
                .startsWith("qom ");
    }
}
