package io.panelwatch.agent.screen;

import io.panelwatch.agent.fault.Fault;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What the QR code of a fault holds. */
final class QrPayload {

  private QrPayload() {}

  /**
   * The filled template, or the four values as text, and that it is a drill.
   *
   * @param template with {@code {device}}, {@code {code}}, {@code {component}}, {@code {faultId}},
   *     each of which is percent-encoded; empty for plain text
   * @param device the device's id
   * @param fault the episode
   */
  static String of(String template, String device, Fault fault) {
    if (template.isBlank()) {
      String values = String.join(" ", device, fault.code(), fault.component(), fault.faultId());
      return fault.test() ? values + " drill" : values;
    }
    return template
        .replace("{device}", encoded(device))
        .replace("{code}", encoded(fault.code()))
        .replace("{component}", encoded(fault.component()))
        .replace("{faultId}", encoded(fault.faultId()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
