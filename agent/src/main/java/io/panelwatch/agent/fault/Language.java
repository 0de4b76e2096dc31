package io.panelwatch.agent.fault;

/** The languages that screens and advice speak. */
public enum Language {
  EN,
  ZH
}
