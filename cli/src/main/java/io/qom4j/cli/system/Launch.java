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
import io.qom4j.core.text.Warning;
import io.qom4j.core.text.WarningSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the options of one command line ask for, gathered option by option.
 *
 * <p>Every option is read before anything is made; what can be checked only in the course of the start is noted for its stage.
 * Confined to one thread. QEMU: softmmu/vl.c, qemu_init.
 */
final class Launch {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final String NONE = "none";
    private static final Set<String> GRAPHIC_CARDS = Set.of(NONE, "std", "cirrus", "vmware", "qxl", "virtio");

    private final Qom qom;
    private final Messages messages;
    private final ObjectArguments arguments;
    private final Map<StartStage, List<Runnable>> tasks = new EnumMap<>(StartStage.class);
    final CharDevices devices = new CharDevices(false);
    final MachineRequest machine = new MachineRequest();
    final Accelerators accelerators = new Accelerators();
    final List<CreationWave.Member> objects = new ArrayList<>();
    final List<MonitorRequest> monitors = new ArrayList<>();

    private Options clock = Options.NONE;
    private String graphicCard = NONE;
    private @Nullable DisplayRequest display;

    @Nullable String guestName;

    UUID guestUuid = new UUID(0, 0);

    @Nullable String pidFile;

    boolean allowsRemote;

    boolean isStarted = true;

    /** Gathers for a runtime. */
    Launch(Qom qom, Messages messages) {
        this.qom = qom;
        this.messages = messages;
        arguments = new ObjectArguments(qom);
        at(StartStage.FIRST, () -> messages.guest(guestName));
        at(StartStage.CLOCK, () -> ClockRequest.check(clock));
        at(StartStage.DISPLAY, this::checkGraphicCard);
        at(StartStage.DISPLAY, this::checkDisplay);
        at(StartStage.DEVICES, this::warnOfGraphicCard);
    }

    /**
     * Takes an option.
     *
     * @throws HelpException if it asks for help, after which nothing else is done
     * @throws StartException if something is wrong with it
     */
    void take(GivenOption given) {
        refusedAt(given.place(), () -> take(given, warnings(given.place())));
    }

    /**
     * Does what options asked for at a stage, in their order.
     *
     * @throws StartException if one cannot be had
     */
    void run(StartStage stage) {
        tasks.getOrDefault(stage, List.of()).forEach(Runnable::run);
    }

    /** Prints a line about the start. */
    void say(String line) {
        messages.print(List.of(line));
    }

    private void at(StartStage stage, Runnable task) {
        tasks.computeIfAbsent(stage, key -> new ArrayList<>()).add(task);
    }

    private WarningSink warnings(Place place) {
        return warning -> messages.warn(place, warning);
    }

    private static void refusedAt(Place place, Runnable task) {
        try {
            task.run();
        } catch (StartException | HelpException e) {
            throw e;
        } catch (QomException e) {
            throw place.refusal(e);
        }
    }

    private void take(GivenOption given, WarningSink warnings) {
        Place place = given.place();
        switch (given.option()) {
            case HELP -> throw HelpException.of(SystemHelp.usage());
            case VERSION -> throw HelpException.of(SystemHelp.version());
            case MACHINE -> machine.add(qom, given.argument());
            case MEMORY -> machine.memory(read(OptionGroup.MEMORY, given.argument(), warnings), place);
            case PROCESSORS -> machine.add("smp", OptionGroup.PROCESSORS, given.argument());
            case BOOT -> machine.add("boot", OptionGroup.BOOT, given.argument());
            case KERNEL, APPEND, INITRD, DTB -> machine.add(given.name(), given.argument());
            case BIOS -> machine.add("firmware", given.argument());
            case USB -> machine.add("usb", "on");
            case NO_ACPI -> machine.add("acpi", "off");
            case NO_HPET -> machine.add("hpet", "off");
            case ACCEL -> accelerators.add(given.argument(), place, warnings);
            case ENABLE_KVM -> accelerators.add("kvm", place, warnings);
            case NAME -> name(read(OptionGroup.NAME, given.argument(), warnings));
            case UUID -> guestUuid = uuid(given.argument());
            case OBJECT -> object(given.argument(), warnings);
            case CHARDEV -> devices.add(given.argument(), place, warnings);
            case QMP -> monitor(given, MonitorRequest.Mode.CONTROL, false);
            case QMP_PRETTY -> monitor(given, MonitorRequest.Mode.CONTROL, true);
            case MONITOR -> {
                if (!given.argument().equals(NONE)) {
                    monitor(given, MonitorRequest.Mode.READLINE, false);
                }
            }
            case MON -> monitor(read(OptionGroup.MONITOR, given.argument(), warnings), place);
            case READCONFIG -> ConfigFile.read(given.argument(), place, this::take);
            case PIDFILE -> pidFile = given.argument();
            case DISPLAY -> display = DisplayRequest.read(given.argument(), warnings);
            case VGA -> graphicCard = given.argument();
            case SERIAL, PARALLEL -> onlyOneOf(given, Set.of(NONE, "null"));
            case VNC -> onlyOneOf(given, Set.of(NONE));
            case NET, NIC -> at(StartStage.DEVICES, () -> refusedAt(place, () -> onlyOneOf(given, Set.of(NONE))));
            case CLOCK -> clock = clock.and(read(OptionGroup.CLOCK, given.argument(), warnings));
            case MESSAGES -> messages.configure(read(OptionGroup.MESSAGES, given.argument(), warnings));
            case OVERCOMMIT -> read(OptionGroup.OVERCOMMIT, given.argument(), warnings);
            case SANDBOX -> sandbox(read(OptionGroup.SANDBOX, given.argument(), warnings), place);
            case DISK -> at(StartStage.DISKS, () -> disk(given.word(), place));
            case ALLOW_REMOTE -> allowsRemote = true;
            case STOPPED -> isStarted = false;
            case NODEFAULTS, NO_USER_CONFIG, NOGRAPHIC, NO_SHUTDOWN, NO_REBOOT, KEYBOARD, DATA_FOLDER -> {}
        }
    }

    private Options read(OptionGroup group, String argument, WarningSink warnings) {
        devices.ids.claim(group, OptionList.findId(argument));
        return group.read(argument, warnings);
    }

    private Options read(OptionGroup group, ConfigFile.Group given, WarningSink warnings) {
        OptionList options = given.list();
        devices.ids.claim(group, options.id());
        return group.of(options, warnings);
    }

    private static void onlyOneOf(GivenOption given, Set<String> legal) {
        if (!legal.contains(given.argument())) {
            throw new ValueException("there are no such devices here: only 'none' can be asked for");
        }
    }

    private void object(String argument, WarningSink warnings) {
        switch (arguments.read(argument, warnings)) {
            case ObjectArgument.Help help -> throw HelpException.of(help.lines());
            case ObjectArgument.Creation creation ->
                add(creation.request(), new Origin.CommandLine("-object " + argument));
        }
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

    private void monitor(GivenOption given, MonitorRequest.Mode language, boolean isPretty) {
        String device = devices.inPlace(given.argument(), given.place());
        Place place = given.place();
        at(
                StartStage.MONITORS,
                () -> refusedAt(
                        place,
                        () -> monitors.add(new MonitorRequest(devices.checked(device), language, isPretty, place))));
    }

    private void monitor(Options options, Place place) {
        at(StartStage.MONITORS, () -> refusedAt(place, () -> monitors.add(request(options, place))));
    }

    private MonitorRequest request(Options options, Place place) {
        String mode = options.find("mode");
        MonitorRequest.Mode language = switch (mode) {
            case "control" -> MonitorRequest.Mode.CONTROL;
            case "readline" -> MonitorRequest.Mode.READLINE;
            case null -> MonitorRequest.Mode.READLINE;
            default -> throw new ValueException("Parameter 'mode' does not accept value '" + mode + "'");
        };
        String device = devices.checked(options.get("chardev"));
        return new MonitorRequest(device, language, options.bool("pretty", false), place);
    }

    private void checkDisplay() {
        if (display != null) {
            display.check(remark -> say(Place.NOWHERE.prefix() + remark));
        }
    }

    private void checkGraphicCard() {
        if (!GRAPHIC_CARDS.contains(graphicCard)) {
            throw Place.NOWHERE.refusal("unknown vga type: " + graphicCard);
        }
    }

    private void warnOfGraphicCard() {
        if (!graphicCard.equals(NONE)) {
            messages.warn(
                    Place.NOWHERE,
                    Warning.of("A -vga option was passed but this machine type does not use that option;"
                            + " No VGA device has been created"));
        }
    }

    private void sandbox(Options options, Place place) {
        at(
                StartStage.FIRST,
                () -> refusedAt(place, () -> {
                    if (SandboxRequest.check(options)) {
                        warnings(place)
                                .warn(Warning.of("there is no sandbox here: this process may do what its user may"));
                    }
                }));
    }

    /** A disk needs a device, of which there are none; that it is missing is told as QEMU tells it. */
    private static void disk(String file, Place place) {
        if (file.isEmpty()) {
            return;
        }
        try {
            Files.newByteChannel(Path.of(file)).close();
        } catch (IOException e) {
            throw place.refusal("Could not open '" + file + "': " + FileFailure.reason(e));
        }
        throw place.refusal("disk images need a machine, and there is none here");
    }

    private void take(ConfigFile.Group group) {
        try {
            take(group, warnings(group.place()));
        } catch (StartException e) {
            throw e;
        } catch (QomException e) {
            throw group.refusal(e);
        }
    }

    private void take(ConfigFile.Group group, WarningSink warnings) {
        switch (group.name()) {
            case "object" -> add(object(group.tree(), warnings), new Origin.CommandLine("-readconfig"));
            case "machine" -> machine.add(group.tree());
            case "memory" -> machine.memory(read(OptionGroup.MEMORY, group, warnings), group.place());
            case "smp-opts" -> machine.addMembers("smp", group.tree());
            case "boot-opts" -> machine.addMembers("boot", group.tree());
            case "accel" -> accelerators.add(group.list(), group.place());
            case "name" -> name(read(OptionGroup.NAME, group, warnings));
            case "mon" -> monitor(read(OptionGroup.MONITOR, group, warnings), group.place());
            case "chardev" -> devices.add(group.list(), group.place());
            case "rtc" -> clock = clock.and(read(OptionGroup.CLOCK, group, warnings));
            case "msg" -> read(OptionGroup.MESSAGES, group, warnings);
            case "overcommit" -> read(OptionGroup.OVERCOMMIT, group, warnings);
            case "sandbox" -> sandbox(read(OptionGroup.SANDBOX, group, warnings), group.place());
            default -> throw group.place().refusal("There is no option group '" + group.name() + "'");
        }
    }

    private ObjectRequest object(JsonDocument members, WarningSink warnings) {
        return qom.objects()
                .check(
                        new KeyvalInputVisitor(members, warnings),
                        () -> new KeyvalInputVisitor(members, WarningSink.IGNORE));
    }
}
