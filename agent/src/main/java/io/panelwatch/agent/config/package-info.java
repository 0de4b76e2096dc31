/**
 * What a board may be told in {@code /etc/panelwatch/panelwatch.toml}, and what holds when it is
 * told nothing.
 *
 * <pre>{@code
 * Configuration c = ConfigurationReader.read(Path.of("/etc/panelwatch/panelwatch.toml"));
 * c.display().language();
 * }</pre>
 *
 * <p>A file is taken whole or refused whole: every error is found at once and told as {@code
 * file:line:column: key: what is wrong, what is expected}, an unknown key together with the nearest
 * one that exists. Every key has a default, so no file at all is a configuration too. Secrets are
 * never in the file, only the names of the files that hold them.
 *
 * <table>
 * <caption>Keys, and what they hold</caption>
 * <tr><th>section</th><th>keys</th></tr>
 * <tr><td>{@code [device]}</td><td>{@link io.panelwatch.agent.config.DeviceSettings}</td></tr>
 * <tr><td>{@code [site]}</td><td>{@link io.panelwatch.agent.state.Site}</td></tr>
 * <tr><td>{@code [broker]}</td><td>{@link io.panelwatch.agent.config.BrokerSettings}</td></tr>
 * <tr><td>{@code [display]}</td><td>{@link io.panelwatch.agent.config.DisplaySettings}</td></tr>
 * <tr><td>{@code [spi]}</td><td>{@link io.panelwatch.agent.config.SpiSettings}</td></tr>
 * <tr><td>{@code [buttons]}</td><td>{@link io.panelwatch.agent.config.ButtonSettings}</td></tr>
 * <tr><td>{@code [limits.CODE]}, {@code [limits.CODE."COMPONENT"]}</td><td>{@link io.panelwatch.agent.config.LimitSettings}</td></tr>
 * <tr><td>{@code [inspection]}</td><td>{@link io.panelwatch.agent.config.InspectionSettings}</td></tr>
 * <tr><td>{@code [watch]}</td><td>{@link io.panelwatch.agent.config.WatchSettings}</td></tr>
 * <tr><td>{@code [metrics]}</td><td>{@link io.panelwatch.agent.config.MetricsSettings}</td></tr>
 * <tr><td>{@code [store]}</td><td>{@link io.panelwatch.agent.config.StoreSettings}</td></tr>
 * </table>
 *
 * <p>Durations are a whole number and a unit: {@code 30s}, {@code 5m}, {@code 2h}.
 */
@NullMarked
package io.panelwatch.agent.config;

import org.jspecify.annotations.NullMarked;
