// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.ArrayList;
import java.util.List;

/**
 * A source of arguments of {@code -object}, right ones and wrong ones.
 *
 * @param choice what decides
 */
record ObjectArguments(Choice choice) {
    private static final List<String> TEXTS = List.of(
            "on",
            "off",
            "yes",
            "true",
            "ON",
            "",
            "4k",
            "1M",
            "64k",
            "1.5M",
            "0x1000",
            "4096",
            "0",
            "1",
            "-1",
            "1e3",
            "4k ",
            " 4k",
            "4kk",
            "4K",
            ".5M",
            "1.",
            "9999999999999999999999",
            "18446744073709551615",
            "bind",
            "default",
            "nope",
            "0-1",
            "0-0",
            "1-0",
            "0-",
            "-",
            "0x0",
            "128",
            "a",
            "4k,,x",
            "=",
            "?");
    private static final List<String> WHOLE = List.of(
            "",
            ",",
            "=",
            "memory-backend-ram",
            "memory-backend-ram,",
            "memory-backend-ram,,id=a",
            "memory-backend-ram,help",
            "memory-backend-file,?",
            "id=a",
            "id=a,size=4k",
            "size=4k,id=a,qom-type=memory-backend-ram",
            "qom-type=",
            "memory-backend,id=a",
            "container,id=a",
            "{",
            "{}",
            "[]",
            "{'qom-type':'memory-backend-ram','id':'a','size':4096}",
            "{'qom-type':'memory-backend-ram','id':'a','size':4096} x",
            "{'qom-type':'memory-backend-ram','id':'a','size':4096}{}",
            "{'qom-type':'memory-backend-ram','id':'a','size':'4k'}",
            "{'qom-type':'memory-backend-ram','id':'1x','size':4096}",
            "{'qom-type':'memory-backend-ram','size':4096}",
            "{'qom-type':'memory-backend-ram','id':'a','id':'b'}",
            "{'qom-type':'memory-backend-ram','id':'a','size':4096,'foo':1,'bar':2}",
            "{'qom-type':'help'}",
            "{'help':1}",
            "memory-backend-ram,id=a,size=4k,size",
            "memory-backend-ram,id=a,nosize",
            "memory-backend-ram,id=a,id=b,size=4k",
            "memory-backend-ram,id=,size=4k",
            "memory-backend-ram,id,size=4k",
            "memory-backend-ram,noid,size=4k",
            "memory-backend-ram,id=a,size=4k,host-nodes.0=0",
            "memory-backend-ram,id=a,size=4k,a.b.c=1",
            "memory-backend-ram,id=a,size=4k,policy=bind,host-nodes=0,host-nodes=0",
            "memory-backend-ram,id=a,size=4k,policy=bind,host-nodes=0-0",
            "memory-backend-ram,id=a,size=4k,foo=1,bar=2,baz=3");

    String next() {
        return choice.oneIn(4) ? choice.of(WHOLE) : object();
    }

    private String object() {
        List<String> items = new ArrayList<>();
        String type = Values.type(choice);
        items.add(choice.oneIn(10) ? "qom-type=" + type : type);
        if (!choice.oneIn(15)) {
            items.add("id=" + Values.id(choice));
        }
        if (!choice.oneIn(10)) {
            items.add("size=" + (choice.oneIn(2) ? "64k" : choice.of(TEXTS)));
        }
        if (type.equals("memory-backend-file") && !choice.oneIn(10)) {
            items.add("mem-path={workdir}/" + choice.of("f1", "f2", "no/f", "", "f1"));
        }
        for (String name : choice.some(Values.PROPERTIES, 3)) {
            if (!name.equals("mem-path")) {
                items.add(choice.oneIn(8) ? choice.of("", "no") + name : name + "=" + value(name));
            }
        }
        if (choice.oneIn(8)) {
            items.add(
                    choice.below(items.size() + 1),
                    choice.of("foo=1", "foo", "help", "?", "", "=", "=x", "id=b", "a.b=1"));
        }
        return String.join(",", items);
    }

    private String value(String property) {
        if (choice.oneIn(3)) {
            return choice.of(TEXTS);
        }
        return Values.fitting(choice, property).replaceAll("[\"\\[\\] ]", "").replace(",", ",,");
    }
}
