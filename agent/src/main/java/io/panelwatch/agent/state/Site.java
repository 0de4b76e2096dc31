package io.panelwatch.agent.state;

/**
 * Where the device stands and who answers for it; empty strings where nobody said.
 *
 * @param name the site's name as the public knows it
 * @param address postal address
 * @param unit the device's place on the site
 * @param contactName who to call
 * @param contactPhone under which number
 * @param contactHours and when
 */
public record Site(
    String name,
    String address,
    String unit,
    String contactName,
    String contactPhone,
    String contactHours) {

  /** A device that nobody has told anything. */
  public static final Site UNKNOWN = new Site("", "", "", "", "", "");
}
