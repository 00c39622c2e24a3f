// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.SampleProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test compiles a module around one annotated class and runs it in a module layer beside qom-core. */
class AnnotatedTypesInModulesTest {
    private static final String HIDDEN_CLASS = """
            package com.example.part;
            import io.qom4j.core.QomObject;
            import io.qom4j.core.annotation.*;
            @QomType(name = "part")
            public final class Part extends QomObject {
                @QomProperty private int weight;
                private Part() {}
                public static java.lang.invoke.MethodHandles.Lookup rights() {
                    return java.lang.invoke.MethodHandles.lookup();
                }
            }
            """;

    private static final String PUBLIC_CLASS = """
            package com.example.part;
            import io.qom4j.core.QomObject;
            import io.qom4j.core.annotation.*;
            @QomType(name = "part")
            public final class Part extends QomObject {
                private int weight;
                public Part() {}
                @QomProperty public int getWeight() { return weight; }
                public void setWeight(int grams) { weight = grams; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void privateMembersAreReachedInAnOpenPackage() {
        assertThat(run("opens com.example.part to io.qom4j.core;", HIDDEN_CLASS))
                .isEqualTo("7");
    }

    @Test
    void publicMembersAreReachedInAnExportedPackage() {
        assertThat(run("exports com.example.part;", PUBLIC_CLASS)).isEqualTo("7");
    }

    @Test
    void packageThatIsNeitherOpenNorExportedIsRefusedWithTheMissingDirective() {
        assertThat(run("", PUBLIC_CLASS))
                .isEqualTo(
                        "com.example.part.Part is no sound type: module com.example neither opens nor exports package"
                                + " com.example.part; add 'opens com.example.part to io.qom4j.core;' to the module-info.java of"
                                + " com.example");
    }

    @Test
    void privateMembersOfAnExportedPackageAreRefusedWithTheMissingDirective() {
        assertThat(run("exports com.example.part;", HIDDEN_CLASS))
                .startsWith("com.example.part.Part is no sound type, for 2 reasons:")
                .contains("field 'weight' cannot be reached, as it is not public; add 'opens com.example.part to"
                        + " io.qom4j.core;' to the module-info.java of com.example")
                .contains("its constructor cannot be reached, as it is not public; add 'opens ");
    }

    @Test
    void closedPackageIsReachedByTheRightsOfItsOwnModule() {
        String info = "io.qom4j.core.annotation.AnnotatedTypes.infoOf(com.example.part.Part.class,"
                + " com.example.part.Part.rights())";
        assertThat(run("", HIDDEN_CLASS, info)).isEqualTo("7");
    }

    private String run(String directive, String annotatedClass) {
        return run(directive, annotatedClass, "com.example.part.Part.class");
    }

    private String run(String directive, String annotatedClass, String registered) {
        return new SampleProgram(folder)
                .with(
                        "module-info",
                        "module com.example { requires io.qom4j.core; exports com.example.entry; " + directive + " }")
                .with("com.example.part.Part", annotatedClass)
                .with("com.example.entry.Use", """
                        package com.example.entry;
                        import io.qom4j.core.*;
                        final class Use {
                            static long weight() {
                                try (Qom qom = Qom.builder().build()) {
                                    qom.types().register(%s);
                                    QomObject part = qom.newObject("part");
                                    part.setLong("weight", 7);
                                    return part.getLong("weight");
                                }
                            }
                        }
                        """.formatted(registered))
                .returning("Use.weight()")
                .runAsModule();
    }
}
