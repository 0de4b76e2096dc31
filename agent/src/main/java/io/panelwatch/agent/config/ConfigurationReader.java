package io.panelwatch.agent.config;

import static io.panelwatch.agent.config.ValueTypes.brokerUrl;
import static io.panelwatch.agent.config.ValueTypes.choice;
import static io.panelwatch.agent.config.ValueTypes.duration;
import static io.panelwatch.agent.config.ValueTypes.integer;
import static io.panelwatch.agent.config.ValueTypes.line;
import static io.panelwatch.agent.config.ValueTypes.matching;
import static io.panelwatch.agent.config.ValueTypes.path;
import static io.panelwatch.agent.config.ValueTypes.schedule;
import static io.panelwatch.agent.config.ValueTypes.template;
import static io.panelwatch.agent.config.ValueTypes.text;

import io.panelwatch.agent.config.InspectionSettings.Every;
import io.panelwatch.agent.config.InspectionSettings.Interval;
import io.panelwatch.agent.config.InspectionSettings.Item;
import io.panelwatch.agent.fault.Language;
import io.panelwatch.agent.state.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;

/** Reads a configuration file: every key in one place, with its bounds. */
public final class ConfigurationReader {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Map<String, Integer> ROTATIONS =
      Map.of("0", 0, "90", 90, "180", 180, "270", 270);

  private final Configuration defaults;

  private ConfigurationReader(Configuration defaults) {
    this.defaults = defaults;
  }

  /**
   * Reads a file.
   *
   * @param hostName names the device where the file does not
   * @throws IOException when it cannot be read
   * @throws ConfigurationException with every error there is
   */
  public static Configuration read(Path file, String hostName)
      throws IOException, ConfigurationException {
    return parse(file.toString(), textOf(file), hostName);
  }

  /**
   * The text of a file, which may still be no configuration.
   *
   * @throws IOException when it cannot be read
   * @throws ConfigurationException when it is no UTF-8
   */
  public static String textOf(Path file) throws IOException, ConfigurationException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder: name a configuration file");
    }
    return ConfigurationText.read(file);
  }

  /**
   * Reads a text.
   *
   * @param file what errors call it
   * @param hostName names the device where the text does not
   * @throws ConfigurationException with every error there is
   */
  public static Configuration parse(String file, String toml, String hostName)
      throws ConfigurationException {
    List<ConfigurationError> errors = new ArrayList<>();
    TomlParseResult table = Toml.parse(toml);
    for (TomlParseError error : table.errors()) {
      errors.add(syntax(file, error));
    }
    Section root = Section.root(file, table, errors::add);
    Configuration configuration =
        new ConfigurationReader(Configuration.defaults(hostName)).all(root);
    root.end();
    if (!errors.isEmpty()) {
      errors.sort(
          Comparator.comparingInt(ConfigurationError::line)
              .thenComparingInt(ConfigurationError::column));
      throw new ConfigurationException(errors);
    }
    return configuration;
  }

  private static ConfigurationError syntax(String file, TomlParseError error) {
    String message = String.valueOf(error.getMessage());
    return new ConfigurationError(
        file,
        error.position().line(),
        error.position().column(),
        "",
        message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1));
  }

  private Configuration all(Section root) {
    return new Configuration(
        device(root.section("device")),
        site(root.section("site")),
        broker(root.section("broker")),
        display(root.section("display")),
        spi(root.section("spi")),
        buttons(root.section("buttons")),
        LimitsReader.read(root.section("limits")),
        inspection(root.section("inspection")),
        WatchValues.read(root.section("watch")),
        store(root.section("store")),
        MetricsValues.read(root.section("metrics")),
        service(root.section("service")));
  }

  private DeviceSettings device(Section section) {
    var device =
        new DeviceSettings(
            section
                .value("id", matching(DeviceSettings.ID, "expected 1 to 64 of A-Z a-z 0-9 _ -"))
                .orElse(defaults.device().id()),
            section.value("model", text(64)).orElse(""),
            section.value("serial", text(64)).orElse(""));
    section.end();
    return device;
  }

  private static Site site(Section section) {
    var site =
        new Site(
            section.value("name", text(80)).orElse(""),
            section.value("address", text(160)).orElse(""),
            section.value("unit", text(40)).orElse(""),
            section.value("contact-name", text(80)).orElse(""),
            section.value("contact-phone", text(40)).orElse(""),
            section.value("contact-hours", text(80)).orElse(""));
    section.end();
    return site;
  }

  private static BrokerSettings broker(Section section) {
    var broker =
        new BrokerSettings(
            section.value("url", brokerUrl()),
            section.value("ca", path()),
            section.value("certificate", path()),
            section.value("key", path()),
            section.value("username", text(256)),
            section.value("password-file", path()));
    section.needs("certificate", "key");
    section.needs("key", "certificate");
    section.needs("password-file", "username");
    section.end();
    return broker;
  }

  private DisplaySettings display(Section section) {
    DisplaySettings base = defaults.display();
    Optional<Duration> dimAfter = section.value("dim-after", duration(SECOND, DAY));
    Optional<Duration> offAfter = section.value("off-after", duration(SECOND, DAY));
    if (dimAfter.isPresent() && offAfter.isPresent() && !isLonger(offAfter.get(), dimAfter.get())) {
      section.refuse("off-after", "would come before it is dim, expected longer than dim-after");
    }
    var display =
        new DisplaySettings(
            section
                .value("driver", words(DisplaySettings.Driver.values(), d -> d.text()))
                .orElse(base.driver()),
            section
                .value(
                    "panel",
                    matching(
                        Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
                        "expected the name of a panel profile like \"ili9341\""))
                .orElse(base.panel()),
            section.value("rotation", choice(ROTATIONS)).orElse(base.rotationDegrees()),
            section
                .value("language", words(Language.values(), ConfigurationReader::lowerCase))
                .orElse(base.language()),
            section.value("brightness", integer(1, 100)).orElse(base.brightnessPercent()),
            dimAfter,
            offAfter,
            section.value("schedule", schedule()).orElse(base.schedule()),
            section.value("qr-url", template()).orElse(base.qrUrl()));
    section.end();
    return display;
  }

  private static boolean isLonger(Duration one, Duration other) {
    return one.compareTo(other) > 0;
  }

  private SpiSettings spi(Section section) {
    SpiSettings base = defaults.spi();
    var spi =
        new SpiSettings(
            section.value("device", path()).orElse(base.device()),
            section.value("speed-hz", integer(100_000, 125_000_000)).orElse(base.speedHz()),
            section.value("dc-line", line()),
            section.value("reset-line", line()),
            section.value("backlight-line", line()));
    section.end();
    return spi;
  }

  private static ButtonSettings buttons(Section section) {
    var buttons =
        new ButtonSettings(
            section.value("up-line", line()),
            section.value("down-line", line()),
            section.value("ok-line", line()),
            section.value("back-line", line()));
    section.end();
    return buttons;
  }

  private InspectionSettings inspection(Section section) {
    ValueType<Interval> interval = words(Interval.values(), Interval::text);
    Section everyHours = section.section("every-hours");
    var items = new EnumMap<Item, Every>(Item.class);
    for (Item item : Item.values()) {
      Interval usual = defaults.inspection().of(item).interval();
      items.put(
          item,
          new Every(
              section.value(item.text(), interval).orElse(usual),
              everyHours.value(item.text(), integer(1, 100_000))));
    }
    everyHours.end();
    section.end();
    return new InspectionSettings(items);
  }

  private StoreSettings store(Section section) {
    var store =
        new StoreSettings(
            section.value("path", path()),
            section.value("history-days", integer(1, 3650)).orElse(defaults.store().historyDays()),
            section
                .value("history-megabytes", integer(8, 4096))
                .orElse(defaults.store().historyMegabytes()));
    section.end();
    return store;
  }

  private static ServiceSettings service(Section section) {
    var service =
        new ServiceSettings(
            section
                .value("technicians-file", path())
                .orElse(ServiceSettings.DEFAULT.techniciansFile()));
    section.end();
    return service;
  }

  private static <E extends Enum<E>> ValueType<E> words(E[] values, Function<E, String> text) {
    return choice(Arrays.stream(values).collect(Collectors.toMap(text, value -> value)));
  }

  private static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
