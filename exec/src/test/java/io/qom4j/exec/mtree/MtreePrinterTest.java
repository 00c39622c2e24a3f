// SPDX-License-Identifier: Apache-2.0
package io.qom4j.exec.mtree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.qom4j.core.QomObject;
import io.qom4j.core.json.JsonReader;
import io.qom4j.exec.region.Machine;
import io.qom4j.exec.region.MemoryRegion;
import io.qom4j.exec.region.RegionSize;
import io.qom4j.exec.space.MemoryTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code info mtree} prints: for recorded machines what QEMU printed, and the rarer lines one by one. */
class MtreePrinterTest {
    private final Machine machine = new Machine();

    @AfterEach
    void close() {
        machine.close();
    }

    @TestFactory
    Stream<DynamicTest> eachRecordedTreePrintsAsInQemu() {
        return each("D", printer -> printer.withDisabled().tree());
    }

    @TestFactory
    Stream<DynamicTest> eachRecordedFlatViewPrintsAsInQemu() {
        return each("f", MtreePrinter::flatViews);
    }

    @TestFactory
    Stream<DynamicTest> eachRecordedDispatchTreePrintsAsInQemu() {
        return each("fd", printer -> printer.withDispatch().flatViews());
    }

    private static Stream<DynamicTest> each(String option, Function<MtreePrinter, String> print) {
        return Stream.concat(Recordings.machines().stream(), Recordings.boards().stream())
                .filter(file -> Recordings.hasText(file, option))
                .map(file -> dynamicTest(
                        Recordings.nameOf(file),
                        () -> assertThat(groups(printed(file, print)))
                                .containsExactlyInAnyOrderElementsOf(groups(Recordings.text(file, option)))));
    }

    private static String printed(Path file, Function<MtreePrinter, String> print) {
        try (Machine recorded = new Machine()) {
            new MachineBuilder(recorded.qom())
                    .build(new MachineReader(JsonReader.strict().read(file)).read());
            return print.apply(MtreePrinter.of(recorded.qom()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the groups without what depends on QEMU's addresses, the number of a view and which section was used last, and
     * what recordings do not have: the order of address spaces, and names that two of them share (the second is NAME#2).
     */
    private static List<String> groups(String text) {
        return Arrays.stream(text.split("\n\n"))
                .map(group -> group.replaceAll("FlatView #\\d+", "FlatView").replace(" [MRU]", ""))
                .map(group -> group.replaceAll("#\\d+\"", "\"").replaceAll("(?m)(^address-space: .*)#\\d+$", "$1"))
                .map(MtreePrinterTest::sortedSpaces)
                .toList();
    }

    private static String sortedSpaces(String group) {
        Map<Boolean, List<String>> lines = group.lines()
                .collect(Collectors.partitioningBy(
                        line -> line.startsWith(" AS ") || line.startsWith("address-space: ")));
        return lines.get(true).stream().sorted().toList() + "\n" + String.join("\n", lines.get(false));
    }

    @Test
    void addressSpacesOfOneRootShareATree() {
        MemoryRegion system = machine.whole("system");
        space("memory", system);
        space("I/O", machine.container("io", 0x10000));
        space("cpu-memory-0", system);

        assertThat(tree()).isEqualTo("""
                address-space: cpu-memory-0
                address-space: memory
                  0000000000000000-ffffffffffffffff (prio 0, i/o): system

                address-space: I/O
                  0000000000000000-000000000000ffff (prio 0, i/o): io

                """);
    }

    @Test
    void childrenComeByAddressThenByPriority() {
        MemoryRegion system = machine.whole("system");
        space("memory", system);
        system.addSubregion(0x2000, machine.ram("far", 0x1000), 7);
        system.addSubregion(0x1000, machine.ram("back", 0x1000), -1);
        system.addSubregion(0x1000, machine.ram("front", 0x1000), 1);
        system.addSubregion(0x1000, machine.ram("older", 0x1000), 0);
        system.addSubregion(0x1000, machine.ram("newer", 0x1000), 0);

        assertThat(tree().lines().skip(2))
                .containsExactly(
                        "    0000000000001000-0000000000001fff (prio 1, ram): front",
                        "    0000000000001000-0000000000001fff (prio 0, ram): newer",
                        "    0000000000001000-0000000000001fff (prio 0, ram): older",
                        "    0000000000001000-0000000000001fff (prio -1, ram): back",
                        "    0000000000002000-0000000000002fff (prio 7, ram): far",
                        "");
    }

    @Test
    void anEmptyRegionPrintsAsIfItHadOneByte() {
        space("memory", machine.container("nothing", 0));

        assertThat(tree()).contains("  0000000000000000-0000000000000000 (prio 0, i/o): nothing\n");
    }

    @Test
    void whatReachesBeyondTheLastAddressIsMarked() {
        MemoryRegion system = machine.whole("system");
        space("memory", system);
        system.addSubregion(-0x1000, machine.container("bus", 0x2000));

        assertThat(tree()).contains("    [DETECTED OVERFLOW!] fffffffffffff000-0000000000000fff (prio 0, i/o): bus\n");
    }

    @Test
    void whatIsInAHiddenRegionPrintsAlthoughTheRegionDoesNot() {
        MemoryRegion system = machine.whole("system");
        MemoryRegion hidden = machine.container("hidden", 0x1000);
        space("memory", system);
        system.addSubregion(0x4000, hidden);
        hidden.addSubregion(0x10, machine.container("inside", 0x10));
        hidden.setEnabled(false);

        assertThat(tree().lines().skip(2))
                .containsExactly("      0000000000004010-000000000000401f (prio 0, i/o): inside", "");
        assertThat(MtreePrinter.of(machine.qom()).withDisabled().tree().lines().skip(2))
                .containsExactly(
                        "    0000000000004000-0000000000004fff (prio 0, i/o): hidden [disabled]",
                        "      0000000000004010-000000000000401f (prio 0, i/o): inside",
                        "");
    }

    @Test
    void whatAliasesShowFollowsWhereItIsItself() {
        MemoryRegion system = machine.whole("system");
        MemoryRegion bios = machine.ram("bios", 0x4000);
        MemoryRegion window = MemoryRegion.free(machine.qom(), "window").alias(bios, 0x1000, 0x1000);
        space("memory", system);
        system.addSubregion(0x8000, bios);
        system.addSubregion(0x1000, window, 1);
        window.setNonvolatile(true);

        assertThat(tree()).isEqualTo("""
                address-space: memory
                  0000000000000000-ffffffffffffffff (prio 0, i/o): system
                    0000000000001000-0000000000001fff (prio 1, nv-ram): alias window @bios 0000000000001000-0000000000001fff
                    0000000000008000-000000000000bfff (prio 0, ram): bios

                memory-region: bios
                  0000000000008000-000000000000bfff (prio 0, ram): bios

                """);
    }

    @Test
    void ownersAndParentsAreToldApart() {
        QomObject device = machine.device("uart");
        MemoryRegion owned = MemoryRegion.ownedBy(device, "regs").container(0x10);
        MemoryRegion free = machine.container("free", 0x10);
        MemoryRegion adopted = machine.container("adopted", 0x10);
        machine.qom().root().addChild("adopted", adopted);
        MemoryRegion system = machine.whole("system");
        space("memory", system);
        system.addSubregion(0, owned);
        system.addSubregion(0x10, free);
        system.addSubregion(0x20, adopted);

        assertThat(MtreePrinter.of(machine.qom()).withOwners().tree().lines().skip(1))
                .containsExactly(
                        "  0000000000000000-ffffffffffffffff (prio 0, i/o): system orphan",
                        "    0000000000000000-000000000000000f (prio 0, i/o): regs owner:{dev path=/uart}",
                        "    0000000000000010-000000000000001f (prio 0, i/o): free orphan",
                        "    0000000000000020-000000000000002f (prio 0, i/o): adopted parent:{obj path=/}",
                        "");
    }

    @Test
    void aDeviceThatAUserMadeIsToldByItsId() {
        QomObject parent = machine.device("machine");
        QomObject peripheral = machine.qom().newObject("container");
        QomObject nic = machine.qom().newObject("device");
        parent.addChild("peripheral", peripheral);
        peripheral.addChild("net0", nic);
        space("memory", MemoryRegion.ownedBy(nic, "bar").container(0x10));
        peripheral.unref();
        nic.unref();

        assertThat(MtreePrinter.of(machine.qom()).withOwners().flatViews()).doesNotContain("net0");
        assertThat(MtreePrinter.of(machine.qom()).withOwners().tree())
                .contains(" (prio 0, i/o): bar owner:{dev id=net0}\n");
    }

    @Test
    void viewsNameTheirAddressSpacesAndWhereTheyStart() {
        MemoryRegion system = machine.whole("system");
        MemoryRegion all = MemoryRegion.free(machine.qom(), "all").alias(system, 0, RegionSize.WHOLE);
        space("memory", system);
        space("dma", all);
        system.addSubregion(0x1000, MemoryRegion.free(machine.qom(), "rom").rom(machine.memory(0x1000)));
        system.addSubregion(0x1800, machine.container("bus", 0x100), 1);

        assertThat(MtreePrinter.of(machine.qom()).flatViews()).isEqualTo("""
                FlatView #0
                 AS "memory", root: system
                 AS "dma", root: all, alias system
                 Root memory region: system
                  0000000000001000-0000000000001fff (prio 0, rom): rom

                """);
    }

    @Test
    void aViewOfNothingSaysSo() {
        space("memory", machine.whole("system"));

        assertThat(MtreePrinter.of(machine.qom()).withDispatch().flatViews()).isEqualTo("""
                FlatView #0
                 AS "memory", root: system
                 Root memory region: (none)
                  No rendered FlatView

                """);
    }

    private void space(String name, MemoryRegion root) {
        machine.qom().service(MemoryTopology.class).newAddressSpace(name, root);
    }

    private String tree() {
        return MtreePrinter.of(machine.qom()).tree();
    }
}
