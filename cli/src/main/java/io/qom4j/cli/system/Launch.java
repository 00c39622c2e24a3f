// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import io.qom4j.core.ObjectRequest;
import io.qom4j.core.Qom;
import io.qom4j.core.error.QomException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.json.JsonDocument;
import io.qom4j.core.keyval.KeyvalInputVisitor;
import io.qom4j.core.keyval.OptionList;
import io.qom4j.core.property.Origin;
import io.qom4j.core.text.WarningSink;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the options of one command line ask for, gathered option by option.
 *
 * <p>Every option is read and checked before anything is made. Confined to one thread. QEMU: softmmu/vl.c, qemu_init.
 */
final class Launch {
    private static final Set<String> NAME_OPTIONS = Set.of("guest", "process", "debug-threads");
    private static final Set<String> MEMORY_OPTIONS = Set.of("size");
    private static final Set<String> MONITOR_OPTIONS = Set.of("chardev", "mode", "pretty");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Qom qom;
    private final PrintStream err;
    private final ObjectArguments arguments;
    final CharDevices devices = new CharDevices(false);
    final MachineRequest machine = new MachineRequest();
    final List<CreationWave.Member> objects = new ArrayList<>();
    final List<MonitorRequest> monitors = new ArrayList<>();

    @Nullable String guestName;

    UUID guestUuid = new UUID(0, 0);

    @Nullable String pidFile;

    boolean allowsRemote;

    /** Gathers for a runtime; warnings go to a stream. */
    Launch(Qom qom, PrintStream err) {
        this.qom = qom;
        this.err = err;
        arguments = new ObjectArguments(qom);
    }

    /**
     * Takes an option.
     *
     * @return lines for standard output after which nothing else is done, or null
     * @throws StartException if something is wrong with it
     */
    @Nullable List<String> take(GivenOption given) {
        WarningSink warnings = warning -> given.place().warning(warning).forEach(err::println);
        try {
            return take(given, warnings);
        } catch (StartException e) {
            throw e;
        } catch (QomException e) {
            throw given.place().refusal(e);
        }
    }

    private @Nullable List<String> take(GivenOption given, WarningSink warnings) {
        return switch (given.option()) {
            case HELP -> SystemHelp.usage();
            case VERSION -> SystemHelp.version();
            case MACHINE -> machine.add(qom, given.argument());
            case OBJECT -> object(given, warnings);
            case CHARDEV -> devices.add(given.argument(), given.place(), warnings);
            case MEMORY -> {
                machine.memory(Options.read(given.argument(), "size", MEMORY_OPTIONS, warnings), warnings);
                yield null;
            }
            case NAME -> {
                name(Options.read(given.argument(), "guest", NAME_OPTIONS, warnings));
                yield null;
            }
            case UUID -> {
                guestUuid = uuid(given.argument());
                yield null;
            }
            case QMP, QMP_PRETTY -> {
                String device = devices.inPlace(given.argument(), given.place());
                monitors.add(new MonitorRequest(
                        device, MonitorRequest.Mode.CONTROL, given.option() == SystemOption.QMP_PRETTY, given.place()));
                yield null;
            }
            case MONITOR -> {
                if (!given.argument().equals("none")) {
                    String device = devices.inPlace(given.argument(), given.place());
                    monitors.add(new MonitorRequest(device, MonitorRequest.Mode.READLINE, false, given.place()));
                }
                yield null;
            }
            case MON -> {
                monitor(Options.read(given.argument(), "chardev", MONITOR_OPTIONS, warnings), given.place());
                yield null;
            }
            case READCONFIG -> {
                ConfigFile.read(given.argument(), given.place()).groups().forEach(this::group);
                yield null;
            }
            case PIDFILE -> {
                pidFile = given.argument();
                yield null;
            }
            case DISPLAY -> {
                only(given, "none", "Parameter 'type' does not accept value '" + given.argument() + "'");
                yield null;
            }
            case SERIAL, PARALLEL -> {
                only(given, "none", "there are no such devices here: only 'none' can be asked for");
                yield null;
            }
            case ALLOW_REMOTE -> {
                allowsRemote = true;
                yield null;
            }
            case ACCEL, STOPPED, NODEFAULTS, NO_USER_CONFIG, NOGRAPHIC, NO_SHUTDOWN, NO_REBOOT -> null;
        };
    }

    private static void only(GivenOption given, String legal, String refusal) {
        if (!given.argument().equals(legal)) {
            throw new ValueException(refusal);
        }
    }

    private @Nullable List<String> object(GivenOption given, WarningSink warnings) {
        return switch (arguments.read(given.argument(), warnings)) {
            case ObjectArgument.Help help -> help.lines();
            case ObjectArgument.Creation creation -> {
                add(creation.request(), new Origin.CommandLine("-object " + given.argument()));
                yield null;
            }
        };
    }

    private void add(ObjectRequest request, Origin origin) {
        objects.add(new CreationWave.Member(request, origin));
    }

    private void name(Options options) {
        String guest = options.find("guest");
        if (guest != null) {
            guestName = guest;
        }
    }

    private static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new ValueException("failed to parse UUID string: wrong format");
        }
        return java.util.UUID.fromString(text);
    }

    private void monitor(Options options, Place place) {
        String mode = options.find("mode");
        String chardev = options.get("chardev");
        MonitorRequest.Mode language = switch (mode) {
            case "control" -> MonitorRequest.Mode.CONTROL;
            case "readline" -> MonitorRequest.Mode.READLINE;
            case null -> MonitorRequest.Mode.READLINE;
            default -> throw new ValueException("Parameter 'mode' does not accept value '" + mode + "'");
        };
        monitors.add(new MonitorRequest(devices.checked(chardev), language, options.bool("pretty", false), place));
    }

    private void group(ConfigFile.Group group) {
        try {
            take(group);
        } catch (StartException e) {
            throw e;
        } catch (QomException e) {
            throw group.place().refusal(e);
        }
    }

    private void take(ConfigFile.Group group) {
        WarningSink warnings = warning -> group.place().warning(warning).forEach(err::println);
        OptionList list = group.list();
        switch (group.name()) {
            case "object" -> {
                JsonDocument members = members(group);
                add(
                        qom.objects()
                                .check(
                                        new KeyvalInputVisitor(members, warnings),
                                        () -> new KeyvalInputVisitor(members, WarningSink.IGNORE)),
                        new Origin.CommandLine("-readconfig"));
            }
            case "machine" -> machine.add(members(group));
            case "memory" -> machine.memory(Options.of(list, MEMORY_OPTIONS), warnings);
            case "name" -> name(Options.of(list, NAME_OPTIONS));
            case "mon" -> monitor(Options.of(list, MONITOR_OPTIONS), group.place());
            case "chardev" -> devices.add(list, group.place());
            default -> throw group.place().refusal("There is no option group '" + group.name() + "'");
        }
    }

    /** Returns what a group says as a struct of strings, with its name as the id. */
    private static JsonDocument members(ConfigFile.Group group) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (group.id() != null) {
            members.put("id", group.id());
        }
        group.options().forEach(option -> members.put(option.name(), option.value()));
        return JsonDocument.of(members);
    }
}
