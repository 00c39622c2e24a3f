// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.qom4j.core.Qom;
import io.qom4j.core.TypeRegistry;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.MappedByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of the house that can be read off compiled classes and module descriptors. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(
                    "io.qom4j.core",
                    "io.qom4j.exec",
                    "io.qom4j.backends",
                    "io.qom4j.machine",
                    "io.qom4j.monitor",
                    "io.qom4j.cli");

    private static final ModuleFinder MODULES = ModuleFinder.of(Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .filter(entry -> !entry.toString().contains("test-classes"))
            .filter(entry -> Stream.of("qom-", "classes", "jackson", "jspecify", "picocli", "classgraph", "jline")
                    .anyMatch(entry.getFileName().toString()::startsWith))
            .toArray(Path[]::new));

    static Stream<ModuleReference> ourModules() {
        return MODULES.findAll().stream()
                .filter(module -> module.descriptor().name().startsWith("io.qom4j."))
                .filter(module -> !module.descriptor().isAutomatic());
    }

    @Test
    void staticFieldsAreFinal() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("two runtimes in one JVM must not see each other")
                .check(CLASSES);
    }

    @Test
    void nobodyForcesAMappedSegment() {
        noClasses()
                .should()
                .callMethod(MemorySegment.class, "force")
                .orShould()
                .callMethod(MappedByteBuffer.class, "force")
                .because("on a synchronous mapping it ends a JVM that runs with -Xint; Host.msync does not")
                .check(CLASSES);
    }

    @Test
    void objectModelKnowsNothingOfWhatIsBuiltOnItButThroughItsFacade() {
        noClasses()
                .that()
                .resideInAnyPackage("io.qom4j.core", "..core.property", "..core.event", "..core.trace")
                .and()
                .doNotBelongToAnyOf(Qom.class, TypeRegistry.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..core.config..",
                        "..core.path..",
                        "..core.discovery..",
                        "..core.annotation..",
                        "..core.help..")
                .because(
                        "Qom is a facade and may reach up, TypeRegistry registers annotated classes, and nobody else does")
                .check(CLASSES);
    }

    @Test
    void textsAndValuesKnowNothingOfObjects() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..core.error", "..core.visit", "..core.value", "..core.text", "..core.json", "..core.keyval")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.qom4j.core", "..core.property", "..core.event")
                .check(CLASSES);
    }

    @Test
    void eachModuleFindsTheModulesItNeeds() {
        Set<String> names = Set.copyOf(
                ourModules().map(module -> module.descriptor().name()).toList());

        assertThat(names).contains("io.qom4j.core", "io.qom4j.exec", "io.qom4j.backends", "io.qom4j.cli");
        assertThat(Configuration.resolve(MODULES, List.of(ModuleLayer.boot().configuration()), ModuleFinder.of(), names)
                        .modules())
                .hasSizeGreaterThanOrEqualTo(names.size());
    }

    @ParameterizedTest
    @MethodSource("ourModules")
    void servicesAreTheSameOnTheClassPathAndOnTheModulePath(ModuleReference module) throws IOException {
        for (ModuleDescriptor.Provides provides : module.descriptor().provides()) {
            assertThat(servicesFile(module, provides.service()))
                    .as(
                            "META-INF/services/%s of %s",
                            provides.service(), module.descriptor().name())
                    .containsExactlyElementsOf(provides.providers());
        }
    }

    private static List<String> servicesFile(ModuleReference module, String service) throws IOException {
        try (ModuleReader reader = module.open()) {
            Optional<InputStream> file = reader.open("META-INF/services/" + service);
            if (file.isEmpty()) {
                return List.of();
            }
            try (InputStream in = file.get()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
            }
        }
    }
}
