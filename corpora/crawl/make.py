#!/usr/bin/env python3
"""Makes crawl.warc.gz: what a crawler would bring home from five small invented sites.

Run in this folder. The texts are those of ../*/; what stands around them, the sites and their
addresses are made up here. The same bytes each time.
"""

import gzip
import html
import uuid
from pathlib import Path

CORPORA = Path(__file__).resolve().parent.parent

SITES = {
    "daily-roundup.example": "Daily Roundup",
    "hivenotes.example": "Hive Notes",
    "www.townlife.example": "Town Life",
    "runners-corner.example": "Runners' Corner",
    "old-paper-blog.example": "The Old Paper Blog",
}

PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | {site}</title>
<meta property="article:published_time" content="{date}">
<link rel="canonical" href="{address}">
</head>
<body>
<header><a href="/">{site}</a>
<nav><ul><li><a href="/">Home</a></li><li><a href="/topics">Topics</a></li><li><a href="/about">About us</a></li>
<li><a href="/contact">Contact</a></li></ul></nav></header>
<div class="cookie-banner">We use cookies to make this site work. <button>Accept</button></div>
<main><article>
<h1>{title}</h1>
<p class="byline">By {author}, {day}</p>
{body}
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten things to do with a wet weekend</a></li>
<li><a href="/b">Our readers' favourite recipes</a></li><li><a href="/c">Subscribe to our newsletter</a></li></ul></aside>
<footer><p>© {site}. All rights reserved. Privacy policy. Terms of use.</p></footer>
</body>
</html>
"""


def text(name):
    return (CORPORA / name).read_text(encoding="utf-8").rstrip("\n").split("\n")


def paragraphs(lines):
    return "\n".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)


def page(site, path, title, author, day, lines, before=(), after=()):
    address = f"https://{site}{path}"
    body = "\n".join(part for part in (paragraphs(before), paragraphs(lines), paragraphs(after)) if part)
    return address, PAGE.format(
        title=html.escape(title, quote=False), site=SITES[site], address=address, author=author,
        day=day, date=f"{day}T08:00:00Z", body=body)


def pages():
    bees, race, papers, station = "city-bees", "first-10k", "old-newspapers", "railway-station"
    yield page("daily-roundup.example", "/2026/01/beekeeping-in-the-metropolis", "Beekeeping in the metropolis",
               "Staff", "2026-01-14", text(f"{bees}/spun.txt")[1:])
    yield page("daily-roundup.example", "/2026/02/your-first-race", "Your first race", "Staff", "2026-02-03",
               text(f"{race}/spun.txt")[1:])
    yield page("daily-roundup.example", "/2026/02/old-papers-new-life", "Old papers, new life", "Staff",
               "2026-02-17", text(f"{papers}/spun.txt")[1:])
    yield page("daily-roundup.example", "/2026/03/what-to-do-this-weekend", "What to do this weekend", "Staff",
               "2026-03-06", [
                   "The spring market opens on Saturday at nine. Forty stalls sell seedlings, cheese and second-hand "
                   "books, and the brass band plays at noon if the rain holds off.",
                   "On Sunday the museum lets everyone in for free. The new room on bridges is small but worth the "
                   "stairs, and children may build one themselves out of paper and string.",
                   "Those who would rather stay at home will find our list of slow films on the next page."])
    # Some paragraphs of a copy in a page of its own.
    yield page("www.townlife.example", "/news/trains-are-back", "Trains are back", "Jo Bell", "2026-03-21",
               text(f"{station}/spun.txt")[1:8],
               before=["It has been a busy spring in our valley. The council has mended the swings behind the "
                       "library, the baker has a new oven, and then there is the matter of the trains."],
               after=["What else is new? The swimming pool opens in May. Tickets are sold at the town hall, as they "
                      "are every year, and as every year the queue begins before the doors open."])
    yield page("www.townlife.example", "/news/a-station-reopens", "A station reopens", "Jo Bell", "2026-04-02",
               text(f"{station}/original.txt")[1:])
    yield page("www.townlife.example", "/news/another-line", "Another line", "Ann Moss", "2026-04-19",
               text(f"{station}/same_topic.txt")[1:])
    # Honest: said in other words, another article on the same subject, a quotation.
    yield page("hivenotes.example", "/a-year-with-two-hives", "A year with two hives", "Ola Brandt", "2026-02-20",
               text(f"{bees}/same_topic.txt")[1:])
    quoted = text(f"{bees}/original.txt")[3]
    yield page("hivenotes.example", "/what-others-write", "What others write", "Ola Brandt", "2026-03-01", [
        "I read a good piece on keeping bees in a city last week, and one passage of it stayed with me all through "
        "the quiet hours at the allotment. It goes like this:",
        "“" + quoted.replace("“", "‘").replace("”", "’") + "”",
        "I could not have put it better. My own bees are still in their winter cluster, and I listen at the wall of "
        "the box with one ear as one listens at a bedroom door. They hum. In four weeks, if the willow is on time, "
        "we shall know more."])
    yield page("runners-corner.example", "/ten-kilometres-in-other-words", "Ten kilometres, in other words",
               "Pat Wynn", "2026-01-30", text(f"{race}/reworded.txt")[1:])
    yield page("runners-corner.example", "/running-after-fifty", "Running after fifty", "Pat Wynn", "2026-02-11",
               text(f"{race}/same_topic.txt")[1:])
    yield page("old-paper-blog.example", "/how-a-page-is-scanned", "How a page is scanned", "R. Ellery",
               "2026-03-11", text(f"{papers}/reworded.txt")[1:])


def record(kind, address, content_type, body, number):
    identity = uuid.uuid5(uuid.NAMESPACE_URL, f"{number} {address}")
    head = ["WARC/1.1", f"WARC-Type: {kind}", f"WARC-Record-ID: <urn:uuid:{identity}>",
            "WARC-Date: 2026-05-01T06:00:00Z"]
    if address:
        head.append(f"WARC-Target-URI: {address}")
    head += [f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    return gzip.compress("\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n", mtime=0)


def main():
    crawl = record("warcinfo", "", "application/warc-fields",
                   b"description: a made crawl of invented sites\r\nformat: WARC file version 1.1\r\n", 0)
    for number, (address, text_of_page) in enumerate(pages(), 1):
        content = text_of_page.encode()
        response = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"
                    + f"Content-Length: {len(content)}\r\n\r\n".encode() + content)
        crawl += record("response", address, "application/http; msgtype=response", response, number)
    (Path(__file__).resolve().parent / "crawl.warc.gz").write_bytes(crawl)


if __name__ == "__main__":
    main()
