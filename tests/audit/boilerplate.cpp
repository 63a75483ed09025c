#include "tests/audit/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace unspin::audit_set {
namespace {

constexpr std::string_view texts[] = {
    "Copyright {year} {company}. You may copy these pages, in full or in part, and hand them on to "
    "others, provided that this notice stays with every copy and that you do not ask for money "
    "beyond what copying has cost you. If you change anything, say so at the top of the page and "
    "name the day on which you did it. The pages are given to you as they are: {company} does not "
    "promise that they are right, complete or fit for what you have in mind, and will not pay for "
    "any harm that comes of using them, even if somebody had been told that such harm could come.",
    "This {product} leaves our workshop in {city} within two working days of your order. We send "
    "it "
    "with {carrier} in a box made of recycled card, and you will find the tracking number in the "
    "message that we write to you when the parcel is on its way. Should the {product} not please "
    "you, return it within {days} days, unused and in its box, and we will refund the price and "
    "the "
    "postage. Please do not send it back without writing to us first, since the people at the gate "
    "cannot accept parcels that nobody told them about.",
    "We use cookies so that this site can remember what is in your basket and which language you "
    "like to read. Some of our partners, among them {company}, would also like to know which pages "
    "you look at, in order to show you offers that suit you. You decide whether they may: choose "
    "below, and change your mind at any time under the link at the foot of each page. What we "
    "keep, "
    "for how long, and whom you can ask to delete it is written down in our privacy statement of "
    "{month} {year}.",
    "About the author: {person} has written about {subject} for more than {days} newspapers and "
    "magazines and lives with two dogs near {city}. Before that came years as a teacher, a short "
    "and unhappy time in a bank, and a degree in history that has been of more use than anybody "
    "expected. A first book appeared in {year} and was followed by three others, one of which is "
    "still in print. If you would like to hear {person} speak, look at the list of readings on the "
    "page of the publisher, {company}, or write to the office there.",
    "Everyone who takes part in this project, whether by writing code, by answering questions or "
    "by "
    "coming to the meeting in {city}, is asked to treat the others with respect. We do not put up "
    "with insults, with threats, or with remarks about how somebody looks, speaks or believes. If "
    "you see such a thing happen, or if it happens to you, write to {person}, who will read your "
    "message in confidence and answer within {days} days. Those who cannot keep to these rules "
    "will "
    "be asked to leave, for a while or for good.",
    "This release of the {product} manual was made in {month} {year} and describes the version "
    "that "
    "was current then. Parts of it may no longer be true when you read it, and others may have "
    "been "
    "wrong from the start. Corrections are welcome at any time: send them to {person} at "
    "{company}, "
    "and please name the page, the paragraph and the edition that you have in front of you. Those "
    "who sent us corrections for earlier editions are thanked by name on the last page, unless "
    "they "
    "asked us not to do that.",
    "You receive this message because you are on the list for {subject} that {company} runs for "
    "its "
    "readers. It comes on the first {weekday} of each month, and now and then once more if "
    "something "
    "has happened that cannot wait. To leave the list, follow the link under this paragraph and "
    "confirm that it is really you; no reason is asked for. Answers to this address are not read "
    "by "
    "anyone. If you want to reach a human being, telephone our office in {city} between nine and "
    "noon on any {weekday}.",
    "Warning: disconnect the {product} from the mains before you open it, and wait {days} minutes "
    "until its parts have cooled. Only people who have been trained to do so may repair it. Use no "
    "spare parts but those that {company} sells, or the guarantee will end. Keep children away "
    "from "
    "the {product}, do not put it near water, and do not cover the slots at its back, through "
    "which "
    "the air must be able to move. Read all of these instructions first, then keep them with the "
    "machine, where others can find them when they need them.",
    "The meeting was opened by {person} at half past seven in the town hall of {city}. The minutes "
    "of the last meeting had been sent to all members and were accepted without changes. The "
    "treasurer reported that the accounts for {year} had been closed, that the auditors had found "
    "nothing to complain about, and that there would be enough left to mend the roof. A vote of "
    "thanks was passed, with nobody against it. The next meeting will take place on the second "
    "{weekday} in {month}, in the same room and at the same hour.",
    "{company} is looking for somebody to join its office in {city}, full time, from {month} "
    "{year}. "
    "You like to work with others, you write well, and you know your way about {subject}; where "
    "you "
    "learnt it matters less to us than what you can do with it. We offer a fair wage, thirty days "
    "of "
    "holiday and a kitchen with a good stove. Please send us a letter, the story of your working "
    "life and the names of two people whom we may ask about you. We answer every letter, and we "
    "never keep those of people whom we could not take.",
    "Frequently asked: How do I pay? You can pay for your {product} by card, by bank transfer or, "
    "if "
    "you live in or near {city}, in cash when you fetch it. When do you take the money? On the day "
    "on which the parcel leaves us and no earlier. What if I am not at home? Then {carrier} will "
    "try "
    "once more on the next day and after that leave the parcel at a shop near you, where it waits "
    "for {days} days. Can I order for somebody else? Yes, and we will not put the bill into the "
    "box.",
    "The views in this article are those of its author and not those of {company}, which neither "
    "asked for it nor paid for it. Nothing in it is meant as advice about {subject}; before you "
    "act "
    "on what you have read here, speak to somebody who has been trained in these matters and who "
    "knows your case. Prices, addresses and opening hours were checked in {month} {year}. Links to "
    "other sites were looked at when they were made, but what others put on their pages is up to "
    "them, and we cannot answer for it."};

struct Slot {
  std::string_view name;
  std::array<std::string_view, 8> values;
};
constexpr Slot slots[] = {
    {"company",
     {"Harbour Books", "the Larkfield Trust", "Quillon Press", "Tamar Instruments", "Ostrava Tools",
      "the Green Lane Society", "Pelham and Daughters", "Northgate Media"}},
    {"product",
     {"kettle", "garden lamp", "sewing machine", "bread oven", "radio", "bicycle pump",
      "camera bag", "coffee mill"}},
    {"city", {"Leeds", "Porto", "Gdansk", "Halifax", "Ghent", "Dunedin", "Galway", "Trieste"}},
    {"carrier",
     {"Red Van", "Night Post", "Parcel Union", "Swift and Sons", "the railway", "Blue Bicycle",
      "Island Freight", "Two Rivers"}},
    {"days", {"5", "7", "10", "14", "20", "28", "30", "60"}},
    {"person",
     {"Ines Aldous", "Martin Okoro", "Freya Lindqvist", "Tom Barrowclough", "Salma Haddad",
      "Pavel Novotny", "Grace Whitlock", "Hugo Marchetti"}},
    {"subject",
     {"old railways", "tax law", "bees and wild flowers", "home cooking", "chess",
      "medieval churches", "sailing", "child care"}},
    {"weekday",
     {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "market day"}},
    {"month", {"January", "March", "April", "June", "July", "September", "October", "December"}},
    {"year", {"1998", "2003", "2008", "2011", "2014", "2017", "2019", "2022"}}};

std::string_view drawn_value(std::string_view name, training::Random& random) {
  const auto* const slot = std::ranges::find(slots, name, &Slot::name);
  return slot->values[random.below(slot->values.size())];
}

}  // namespace

std::span<const std::string_view> boilerplates() { return texts; }

std::string filled(std::string_view boilerplate, training::Random& random) {
  std::map<std::string_view, std::string_view> values;
  std::string out;
  for (std::size_t open; (open = boilerplate.find('{')) != boilerplate.npos;) {
    out += boilerplate.substr(0, open);
    const std::size_t close = boilerplate.find('}', open);
    const std::string_view name = boilerplate.substr(open + 1, close - open - 1);
    if (!values.contains(name)) {
      values[name] = drawn_value(name, random);
    }
    out += values[name];
    boilerplate.remove_prefix(close + 1);
  }
  return out.append(boilerplate);
}

}  // namespace unspin::audit_set
