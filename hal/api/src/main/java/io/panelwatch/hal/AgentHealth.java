package io.panelwatch.hal;

/**
 * How the program that watches the board fares itself. What does not apply is absent, as all of the
 * link where no broker is configured.
 *
 * @param configurationRefused 1 where the configuration is refused and an earlier one is in use
 * @param storeWritable 1 where the fault memory took what it was given last, 0 where it refused
 * @param storageRefuses 1 where that was for the storage itself: read-only, or failing
 * @param outboxPercent reports that the backend has not acknowledged, of what is kept at most
 * @param outboxOldestSeconds how long the oldest of them has waited
 * @param brokerReachable 1 while there is a connection to the broker
 * @param identityTaken 1 where another client reports under this device's name
 * @param reportRefused 1 where the broker refused the latest report that it answered
 */
public record AgentHealth(
    String component,
    String source,
    Measured configurationRefused,
    Measured storeWritable,
    Measured storageRefuses,
    Measured outboxPercent,
    Measured outboxOldestSeconds,
    Measured brokerReachable,
    Measured identityTaken,
    Measured reportRefused)
    implements Sample {}
