// SPDX-License-Identifier: Apache-2.0
package io.qom4j.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.error.QomException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.json.JsonInputVisitor;
import io.qom4j.core.json.JsonOutputVisitor;
import io.qom4j.core.json.Negatives;
import io.qom4j.core.json.QemuJsonParser;
import io.qom4j.core.property.Origins;
import io.qom4j.exec.space.MemoryTopology;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The machine without processors and devices. */
class MachineTest {
    private final Qom qom = Qom.create();

    @AfterEach
    void close() {
        qom.close();
    }

    private Machine machine() {
        return Machine.none(qom, MachineOptions.STANDARD);
    }

    private QomObject addBackend() {
        JsonDocument arguments = QemuJsonParser.parse("{'qom-type':'memory-backend-ram','id':'m','size':16777216}");
        return qom.objects()
                .add(() -> JsonInputVisitor.qmp(arguments, JsonDocument.ROOT, Negatives.REFUSE), Origins.API);
    }

    private void set(String property, String json) {
        JsonDocument document = QemuJsonParser.parse(json);
        Machine machine = Machine.of(qom);
        assertThat(machine).isNotNull();
        machine.property(property)
                .set(machine, JsonInputVisitor.qmp(document, JsonDocument.ROOT, Negatives.REFUSE), Origins.API);
    }

    private String get(String property) {
        JsonOutputVisitor out = new JsonOutputVisitor();
        QomObject machine = qom.resolve("/machine");
        machine.property(property).get(machine, out, null);
        return out.document().toString();
    }

    @Test
    void hasQemusPlacesAndRegions() {
        machine();

        assertThat(qom.resolve("/machine").typeName()).isEqualTo("none-machine");
        assertThat(qom.resolve("/machine/peripheral").typeName()).isEqualTo("container");
        assertThat(qom.resolve("/machine/peripheral-anon").typeName()).isEqualTo("container");
        assertThat(qom.resolve("/machine/unattached/sysbus").typeName()).isEqualTo("System");
        assertThat(qom.resolve("/machine/unattached/system[0]").getLong("size")).isEqualTo(-1);
        assertThat(qom.resolve("/machine/unattached/io[0]").getLong("size")).isEqualTo(65536);
    }

    @Test
    void hasPlacesForDevicesBeforeItIsPutTogether() {
        QomObject loose = qom.newObject(NoneMachine.TYPE_NAME);

        assertThat(loose.children()).extracting(QomObject::name).containsExactly("peripheral", "peripheral-anon");
        loose.unref();
    }

    @Test
    void isTheOnlyOne() {
        Machine first = machine();

        assertThatThrownBy(this::machine).isInstanceOf(QomException.class);
        assertThat(Machine.of(qom)).isSameAs(first);
    }

    @Test
    void portsReadAsAllOnes() {
        assertThat(machine().ports().getInt(0x60, ByteOrder.LITTLE_ENDIAN)).isEqualTo(-1);
    }

    @Test
    void usesABackendAsItsMemory() {
        QomObject backend = addBackend();
        Machine machine = Machine.none(qom, MachineOptions.withMemory("m"));

        machine.memory().putInt(0x1000, 42, ByteOrder.LITTLE_ENDIAN);
        assertThat(machine.memory().getInt(0x1000, ByteOrder.LITTLE_ENDIAN)).isEqualTo(42);
        assertThat(get("memory-backend")).isEqualTo("\"/objects/m\"");
        assertThat(machine.memorySize()).isEqualTo(16 << 20);
        assertThatThrownBy(() -> qom.objects().delete("m")).hasMessage("object 'm' is in use, can not be deleted");
        assertThat(machine.memoryBackend()).isSameAs(backend);
    }

    @Test
    void letsGoOfItsMemoryWhenItEnds() {
        addBackend();
        Machine.none(qom, MachineOptions.withMemory("m")).unparent();

        qom.objects().delete("m");
        assertThat(qom.service(MemoryTopology.class).spaces()).isEmpty();
    }

    @Test
    void isNotMadeByHalves() {
        addBackend();

        assertThatThrownBy(() -> Machine.none(qom, new MachineOptions("m", 8L << 20)))
                .hasMessage("Machine memory size does not match the size of the memory backend");
        assertThatThrownBy(() -> Machine.none(qom, MachineOptions.withMemory("nosuch")))
                .hasMessage("Memory backend 'nosuch' not found");

        assertThat(Machine.of(qom)).isNull();
        assertThat(qom.service(MemoryTopology.class).spaces()).isEmpty();
        qom.objects().delete("m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "boot   | {'order':'cd','menu':true}          | {'order':'cd','menu':true}",
                "boot   | {}                                  | {'order':''}",
                "memory | {'size':5000}                       | {'size':8192}",
                "memory | {'size':8192,'max-size':16384,'slots':2} | {'size':8192,'max-size':16384,'slots':2}",
                "smp    | {'cpus':1,'sockets':1}  | {'cpus':1,'sockets':1,'dies':1,'clusters':1,'cores':1,'threads':1,'maxcpus':1}",
                "kernel | '/vmlinuz'                          | '/vmlinuz'",
                "phandle-start | 5000000000                   | 705032704",
                "graphics | false                             | false"
            })
    void keepsWhatIsSet(String property, String json, String kept) {
        machine();
        set(property, json + "\n");

        assertThat(QemuJsonParser.parse(get(property) + "\n").toJava(JsonDocument.ROOT))
                .isEqualTo(QemuJsonParser.parse(kept + "\n").toJava(JsonDocument.ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "boot   | {'order':'cz'}          | Invalid boot device 'z'",
                "boot   | {'order':'a','once':'bb'} | Boot device 'b' was given twice",
                "boot   | {'zz':1}                | Parameter 'boot.zz' is unexpected",
                "memory | {'slots':1}             | slots specified but no max-size",
                "memory | {'size':1048576,'max-size':5} | invalid value of maxmem: maximum memory size (0x5) must be at least the initial memory size (0x100000)",
                "smp    | {'cpus':2}              | Invalid SMP CPUs 2. The max CPUs supported by machine 'none' is 1",
                "smp    | {'dies':2}              | dies not supported by this machine's CPU topology",
                "smp    | {'cpus':1,'cores':2}    | Invalid CPU topology: product of the hierarchy must match maxcpus: sockets (0) * cores (2) * threads (1) != maxcpus (1)",
                "smp    | {'cpus':2,'maxcpus':1}  | Invalid CPU topology: maxcpus must be equal to or greater than smp: sockets (1) * cores (1) * threads (1) == maxcpus (1) < smp_cpus (2)",
                "memory-encryption | 'sev0'       | No such memory encryption object 'sev0'"
            })
    void refusesWithQemusTexts(String property, String json, String text) {
        machine();

        assertThatThrownBy(() -> set(property, json))
                .isInstanceOf(QomException.class)
                .hasMessage(text);
    }

    @Test
    void backendThatIsMadeAfterAWishOfTheMachineTakesItOver() {
        machine();
        set("mem-merge", "false");
        set("dump-guest-core", "false");
        QomObject backend = addBackend();
        assertThat(backend.getBool("merge")).isFalse();
        assertThat(backend.getBool("dump")).isFalse();
    }

    @Test
    void backendThatThereIsKeepsWhatItHas() {
        machine();
        QomObject backend = addBackend();
        set("mem-merge", "false");
        assertThat(backend.getBool("merge")).isTrue();
    }

    @Test
    void announcedMachineHasTheMemoryOfItsPropertyOnceItIsPutTogether() {
        Machine machine = Machine.announce(qom);
        set("memory", "{'size': 8192}");
        machine.assemble(MachineOptions.STANDARD);
        assertThat(machine.memorySize()).isEqualTo(8192);
        assertThat(machine.memory().name()).isEqualTo("memory");
    }

    @Test
    void machineIsPutTogetherOnce() {
        Machine machine = machine();
        assertThatThrownBy(() -> machine.assemble(MachineOptions.STANDARD))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the machine is put together already");
    }
}
