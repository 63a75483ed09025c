#include "engine/report/catalogue_report.hpp"

#include <cmath>
#include <fmt/format.h>
#include <iterator>

#include "engine/report/json_writer.hpp"

namespace unspin {
namespace {

std::string_view kind_name(Parameter::Kind kind) {
  constexpr std::string_view names[] = {"boolean", "integer", "real", "choice"};
  return names[static_cast<std::size_t>(kind)];
}

std::string number(double value) { return std::isinf(value) ? "∞" : fmt::format("{:.6g}", value); }

std::string range_of(const Info& info) {
  return number(info.range.least) + "–" + number(info.range.most);
}

std::string default_of(const Parameter& parameter) {
  switch (parameter.kind) {
    case Parameter::Kind::boolean:
      return parameter.default_value != 0 ? "true" : "false";
    case Parameter::Kind::choice:
      return std::string(parameter.choices[static_cast<std::size_t>(parameter.default_value)]);
    default:
      return number(parameter.default_value);
  }
}

std::string values_of(const Parameter& parameter) {
  switch (parameter.kind) {
    case Parameter::Kind::boolean:
      return "true, false";
    case Parameter::Kind::choice:
      return fmt::format("{}", fmt::join(parameter.choices, ", "));
    default:
      return number(parameter.least) + "–" + number(parameter.most);
  }
}

}  // namespace

void append_catalogue_text(std::span<const Scorer* const> scorers, bool with_parameters,
                           std::string& out) {
  std::string_view family;
  for (const Scorer* scorer : scorers) {
    const Info& info = scorer->info;
    if (name_of(info.family) != family) {
      if (!family.empty()) {
        out += '\n';
      }
      family = name_of(info.family);
      fmt::format_to(std::back_inserter(out), "{}\n", family);
    }
    fmt::format_to(std::back_inserter(out), "  {:<26}{}{}\n", info.name, info.summary,
                   info.is_default ? "" : " *");
    if (!with_parameters) {
      continue;
    }
    fmt::format_to(std::back_inserter(out), "\n  range      {}, {}; a text against itself: {}\n",
                   range_of(info), info.higher_is_closer ? "higher is closer" : "lower is closer",
                   number(info.identity));
    fmt::format_to(std::back_inserter(out), "  source     {}\n", info.source);
    fmt::format_to(std::back_inserter(out), "  example    \"{}\" → \"{}\": {}\n",
                   info.example.source, info.example.rewrite, number(info.example.value));
    if (!scorer->values.empty()) {
      fmt::format_to(std::back_inserter(out), "  values     {}\n", fmt::join(scorer->values, ", "));
    }
    if (!info.undefined_when.empty()) {
      fmt::format_to(std::back_inserter(out), "  no value   {}\n", info.undefined_when);
    }
    for (const Parameter& p : settable_parameters(*scorer)) {
      fmt::format_to(std::back_inserter(out), "  :{:<18} {} ({}; default {})\n", p.name, p.summary,
                     values_of(p), default_of(p));
    }
  }
  if (!with_parameters && scorers.size() > 1) {
    out +=
        "\n* only when asked for: -m NAME\nunspin metrics NAME shows parameters, range and "
        "source.\n";
  }
}

void append_catalogue_json(std::span<const Scorer* const> scorers, std::string& out) {
  JsonWriter json(out, 2, 2);
  json.begin_array();
  for (const Scorer* scorer : scorers) {
    const Info& info = scorer->info;
    json.begin_object().key("name").value(info.name).key("family").value(name_of(info.family));
    json.key("summary").value(info.summary).key("source").value(info.source);
    json.key("range").begin_array().value(info.range.least).value(info.range.most).end_array();
    json.key("identity").value(info.identity);
    json.key("higher_is_closer").value(info.higher_is_closer);
    json.key("symmetric").value(info.symmetric);
    json.key("takes_references").value(info.takes_references);
    json.key("default").value(info.is_default);
    json.key("values").begin_array();
    for (const std::string_view value : scorer->values) {
      json.value(value);
    }
    json.end_array().key("statistics").begin_array();
    for (const Statistic& statistic : scorer->statistics) {
      json.value(statistic.name);
    }
    json.end_array().key("example").begin_object();
    json.key("source").value(info.example.source).key("rewrite").value(info.example.rewrite);
    json.key("value").value(info.example.value).end_object();
    json.key("parameters").begin_array();
    for (const Parameter& p : settable_parameters(*scorer)) {
      json.begin_object().key("name").value(p.name).key("type").value(kind_name(p.kind));
      if (p.kind == Parameter::Kind::choice) {
        json.key("default").value(default_of(p)).key("choices").begin_array();
        for (const std::string_view choice : p.choices) {
          json.value(choice);
        }
        json.end_array();
      } else if (p.kind == Parameter::Kind::boolean) {
        json.key("default").value(p.default_value != 0);
      } else {
        json.key("default")
            .value(p.default_value)
            .key("least")
            .value(p.least)
            .key("most")
            .value(p.most);
      }
      json.key("summary").value(p.summary).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  out += '\n';
}

void append_catalogue_markdown(std::span<const Scorer* const> scorers, std::string& out) {
  out += "| metric | family | what it is | range | source |\n|---|---|---|---|---|\n";
  for (const Scorer* scorer : scorers) {
    const Info& info = scorer->info;
    fmt::format_to(std::back_inserter(out), "| `{}`{} | {} | {} | {} | {} |\n", info.name,
                   info.is_default ? "" : " *", name_of(info.family), info.summary, range_of(info),
                   info.source);
  }
  out += "\n\\* only when asked for with `-m`\n";
}

}  // namespace unspin
