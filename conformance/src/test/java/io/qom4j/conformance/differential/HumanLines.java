// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import io.qom4j.conformance.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A source of lines for the human monitor.
 *
 * @param choice what decides
 */
record HumanLines(Choice choice) {
    private static final List<String> INFO = List.of(
            "qom-tree",
            "qom-tree /",
            "qom-tree /objects",
            "qom-tree objects",
            "qom-tree a",
            "qom-tree nope",
            "qom-tree /machine/unattached",
            "qom-tree a b",
            "memdev",
            "memdev x",
            "mtree",
            "mtree -f",
            "mtree -o",
            "mtree -d",
            "mtree -D",
            "mtree -f -d",
            "mtree -d -f",
            "mtree -f -D",
            "mtree -D -f",
            "mtree -o -D",
            "mtree -D -o",
            "mtree -f -d -o -D",
            "mtree -f -f",
            "mtree -fd",
            "mtree -x",
            "mtree -",
            "mtree x",
            "ramblock",
            "ramblock x",
            "status",
            "status x",
            "uuid",
            "name",
            "memory_size_summary",
            "nope",
            "nope x");
    private static final List<String> OTHER = List.of(
            "",
            "  ",
            "nope",
            "nope x",
            "stop",
            "s",
            "cont",
            "c",
            "system_reset",
            "system_reset x",
            "stop x",
            "help nope",
            "help info nope",
            "? nope",
            "info/x mtree",
            "info /x mtree",
            "qom-list/x",
            "/",
            "qom-list -x",
            "object_add",
            "object_del",
            "qom-get",
            "qom-get a",
            "qom-set",
            "qom-set a",
            "qom-set a size",
            "qom-set -j",
            "qom-set -x a size 1",
            "qom-set -",
            "qom-list \"a\"",
            "qom-list \"a",
            "qom-list \"a\\x\"",
            "qom-list \"\\n\"",
            "qom-list \"a\"b",
            "qom-list a\"b",
            "qom-get \"a\" \"size\"",
            "qom-get 'a' size",
            "qom-list ä",
            "QOM-LIST",
            "qom_list /");
    private static final List<String> OBJECTS = List.of(
            "memory-backend-ram",
            "memory-backend-ram,",
            "memory-backend-ram,size=4k",
            "qom-type=memory-backend-ram,id=a",
            "id=a,qom-type=memory-backend-ram,size=1M",
            "memory-backend-ram,id=a,size=4k,foo",
            "memory-backend-ram,id=a,size=4k,foo=1",
            "memory-backend-ram,id=a,size=4k,share",
            "memory-backend-ram,id=a,size=4k,noshare",
            "memory-backend-ram,id=a,size=",
            "memory-backend-ram,id=,size=4k",
            "memory-backend-ram,id=a,id=b,size=4k",
            "memory-backend-ram,id=c,size=4k,size=8k",
            "memory-backend-ram,id=a,size=4k,host-nodes.0=0",
            "memory-backend-ram,id=a,size=4k,host-nodes=0",
            "memory-backend-ram,id=a,size=4k,host-nodes.1=0",
            "memory-backend-ram,id=a,size=4k,host-nodes.0=x",
            "memory-backend-ram,id=a,size=4k,policy=bind,host-nodes.0=0",
            "memory-backend-ram,id=a,size=4k,a.b=1",
            "memory-backend-ram,id=a,size=4k,a.b=1,a=2",
            "memory-backend-ram,,id=a",
            "memory-backend-ram,id=a,size.x=1",
            "memory-backend-file,id=b,size=64k,mem-path={workdir}/f3",
            "memory-backend-file,id=b,size=64k,mem-path={workdir}/f,,4",
            "memory-backend-memfd,id=b,size=64k",
            "memory-backend-memfd,id=b,size=63k",
            "nope,id=a",
            "memory-backend,id=a",
            "container,id=a",
            ",id=a",
            ",",
            "=",
            "id=a",
            "{",
            "{}",
            "{'qom-type': 'memory-backend-ram', 'id': 'a', 'size': 4096}",
            "{'qom-type': 'memory-backend-ram', 'id': 'a', 'size': '4k'}",
            "{'qom-type': 'memory-backend-ram', 'id': 'a', 'size': 4096} x",
            "[]",
            "memory-backend-ram,id=a,size=4k ",
            "memory-backend-ram,id=a b,size=4k");
    private static final List<String> TEXTS = List.of(
            "on",
            "off",
            "true",
            "false",
            "yes",
            "no",
            "ON",
            "1",
            "0",
            "",
            "4096",
            "4k",
            "1M",
            "1.5M",
            "-1",
            "0x10",
            "abc",
            "bind",
            "\"bind\"",
            "default",
            "0-1",
            "0,1",
            "0",
            "128",
            "1e3",
            "18446744073709551615",
            "nan",
            " 1",
            "1 ",
            "4k x",
            "\"\"",
            "null",
            "[]",
            "[0]",
            "{workdir}/f1");

    String next() {
        String line = plain();
        return choice.oneIn(15) ? choice.of(" ", "\t", "  ") + line : line;
    }

    private String plain() {
        return switch (choice.below(10)) {
            case 0, 1, 2 -> "info " + choice.of(INFO);
            case 3 -> "object_add " + choice.of(OBJECTS);
            case 4 -> "object_add " + object();
            case 5 -> "object_del " + Values.id(choice);
            case 6 -> "qom-list " + Values.path(choice);
            case 7 -> "qom-get " + Values.path(choice) + " " + Values.property(choice);
            case 8 -> set();
            default -> choice.of(OTHER);
        };
    }

    private String set() {
        String property = Values.property(choice);
        return "qom-set " + Values.path(choice) + " " + property + " " + choice.of(TEXTS);
    }

    private String object() {
        List<String> items = new ArrayList<>();
        String type = Values.type(choice);
        items.add(choice.oneIn(8) ? "qom-type=" + type : type);
        items.add("id=" + Values.id(choice));
        items.add("size=" + choice.of(TEXTS));
        if (type.equals("memory-backend-file")) {
            items.add("mem-path={workdir}/f" + choice.below(4));
        }
        for (String name : choice.some(Values.PROPERTIES, 2)) {
            if (!name.equals("mem-path") && !name.equals("size")) {
                items.add(name + "=" + choice.of(TEXTS));
            }
        }
        return String.join(",", items);
    }

    /** Returns the form in which the answers to a line are compared. */
    static UnaryOperator<@Nullable Object> form(String line) {
        String command = line.strip();
        if (command.startsWith("info memdev")) {
            return Norm.MEMDEV::of;
        } else if (command.startsWith("info mtree")) {
            return Norm.MTREE::of;
        } else if (command.startsWith("info ramblock")) {
            return Norm.RAMBLOCK::of;
        } else if (command.startsWith("qom-list")) {
            return Norm.LINES_IN_ANY_ORDER::of;
        }
        return UnaryOperator.identity();
    }
}
