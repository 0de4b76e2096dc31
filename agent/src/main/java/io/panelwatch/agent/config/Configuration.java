package io.panelwatch.agent.config;

import io.panelwatch.agent.fault.Catalogue;
import io.panelwatch.agent.fault.LimitOverride;
import io.panelwatch.agent.fault.Limits;
import io.panelwatch.agent.state.Site;
import io.panelwatch.hal.WatchList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that a board can be told, complete: what the file does not say has its default.
 *
 * @param device who it is
 * @param site where it stands and who answers for it
 * @param broker where it reports to
 * @param display what it shows on
 * @param spi how a panel on SPI is wired
 * @param buttons how the four buttons are wired
 * @param limits what was said about a fault code, or about a code on a component; what nobody
 *     mentioned is absent
 * @param inspection how often what is inspected
 * @param watch what must be there on this board
 * @param store where the fault memory lives
 * @param metrics where a monitoring system may ask
 * @param service who may work on this board
 */
public record Configuration(
    DeviceSettings device,
    Site site,
    BrokerSettings broker,
    DisplaySettings display,
    SpiSettings spi,
    ButtonSettings buttons,
    Map<Limits.Scope, LimitSettings> limits,
    InspectionSettings inspection,
    WatchSettings watch,
    StoreSettings store,
    MetricsSettings metrics,
    ServiceSettings service) {

  public Configuration {
    limits = Map.copyOf(limits);
  }

  /** What the limits of that catalogue take over. */
  public Map<Limits.Scope, LimitOverride> overrides(Catalogue catalogue) {
    return limits.entrySet().stream()
        .filter(entry -> catalogue.has(entry.getKey().code()))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().override()));
  }

  /**
   * What the board's sources are told to look for: {@code [watch]}, and the link's certificates.
   */
  public WatchList watchList() {
    Map<String, String> certificates = new TreeMap<>();
    broker.certificate().ifPresent(file -> certificates.put("client", file.toString()));
    broker.ca().ifPresent(file -> certificates.put("ca", file.toString()));
    return new WatchList(watch.usb(), watch.units(), watch.links(), certificates);
  }

  /** What was said about codes that the catalogue does not have, a sentence for each code. */
  public List<String> withoutEffect(Catalogue catalogue) {
    return limits.keySet().stream()
        .map(Limits.Scope::code)
        .distinct()
        .filter(code -> !catalogue.has(code))
        .sorted()
        .map("[limits.%s] is without effect: this version does not watch that code"::formatted)
        .toList();
  }

  /**
   * What holds with no file at all.
   *
   * @param hostName names the device, made a valid id
   */
  public static Configuration defaults(String hostName) {
    return new Configuration(
        DeviceSettings.defaults(hostName),
        Site.UNKNOWN,
        BrokerSettings.NONE,
        DisplaySettings.DEFAULT,
        SpiSettings.DEFAULT,
        ButtonSettings.NONE,
        Map.of(),
        InspectionSettings.DEFAULT,
        WatchSettings.NONE,
        StoreSettings.DEFAULT,
        MetricsSettings.OFF,
        ServiceSettings.DEFAULT);
  }
}
