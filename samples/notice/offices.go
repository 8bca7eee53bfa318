package notice

import "slices"

func office(lines ...string) Office { return Office{Lines: lines} }

// Where notices come from, by code. LT11 comes from a site of the Automated
// Collection System.
var offices = map[string][]Office{
	CP14: {
		office("Holtsville, NY 11742-0480"),
		office("P.O. Box 9052", "Andover, MA 01810-9052"),
		office("Kansas City, MO 64999-0025"),
		office("Ogden, UT 84201-0039"),
		office("Fresno, CA 93888-0419"),
		office("Austin, TX 73301-0059"),
	},
	CP504: {
		office("Cincinnati, OH 45999-0149"),
		office("Fresno, CA 93888-0010"),
		office("P.O. Box 149338", "Austin, TX 78714-9338"),
		office("Philadelphia, PA 19255-0010"),
		office("Memphis, TN 37501-0010"),
	},
	LT11: {
		office("ACS Support - Stop 5050", "PO Box 219236", "Kansas City, MO 64121-9236"),
		office("ACS Support - Stop 813G", "PO Box 145566", "Cincinnati, OH 45250-5566"),
		office("ACS Support", "PO Box 8208", "Philadelphia, PA 19101-8208"),
		office("ACS Support - Stop 76101", "PO Box 24017", "Fresno, CA 93779-4017"),
	},
}

var payments = []Office{
	office("INTERNAL REVENUE SERVICE", "KANSAS CITY, MO 64999-0150"),
	office("INTERNAL REVENUE SERVICE", "CINCINNATI, OH 45999-0149"),
	office("INTERNAL REVENUE SERVICE", "P.O. BOX 931200", "LOUISVILLE, KY 40293-1200"),
	office("INTERNAL REVENUE SERVICE", "P.O. BOX 7704", "SAN FRANCISCO, CA 94120-7704"),
	office("INTERNAL REVENUE SERVICE", "HOLTSVILLE, NY 11742-0480"),
	office("INTERNAL REVENUE SERVICE", "P.O. BOX 1303", "CHARLOTTE, NC 28201-1303"),
}

// Where Form 12153 goes: never the payment address.
var hearings = []Office{
	office("Internal Revenue Service", "ACS Support - Stop 5050", "PO Box 219236", "Kansas City, MO 64121-9236"),
	office("Internal Revenue Service", "ACS Correspondence", "PO Box 24017", "Fresno, CA 93779-4017"),
	office("Internal Revenue Service", "ACS Support", "PO Box 8208", "Philadelphia, PA 19101-8208"),
	office("Internal Revenue Service", "Attn: CDP Hearing Requests", "PO Box 145566", "Cincinnati, OH 45250-5566"),
}

// Where the notices of one service or another come from.
var (
	centers         = append(slices.Clip(offices[CP14]), offices[CP504]...)
	businessCenters = []Office{
		office("Cincinnati, OH 45999-0039"),
		office("Ogden, UT 84201-0039"),
		office("Kansas City, MO 64999-0202"),
		office("P.O. Box 1303", "Charlotte, NC 28201-1303"),
	}
	collection    = append(slices.Clip(offices[LT11]), office("P.O. Box 9941 Stop 5500", "Ogden, UT 84409"), office("Stop P-4 5000", "PO Box 219420", "Kansas City, MO 64121-9420"))
	underreporter = []Office{
		office("AUR Operations Stop 6692", "Austin, TX 73301-0021"),
		office("Fresno, CA 93888-0015"),
		office("P.O. Box 9052 Stop 842", "Andover, MA 01810-9052"),
		office("1040 Waverly Ave Stop 654", "Holtsville, NY 11742-9019"),
		office("Philadelphia, PA 19255-0521"),
	}
	passports = []Office{
		office("Philadelphia, PA 19255-0030"),
		office("P.O. Box 8208", "Philadelphia, PA 19101-8208"),
	}
)

// Where a response goes: again not where a payment goes.
var replies = []Office{
	office("Internal Revenue Service", "AUR Operations Stop 6692", "Austin, TX 73301-0021"),
	office("Internal Revenue Service", "AUR Correspondence Stop 81304", "5045 E Butler Ave", "Fresno, CA 93727-5136"),
	office("Internal Revenue Service", "PO Box 9052 Stop 842", "Andover, MA 01810-9052"),
	office("Internal Revenue Service", "PO Box 149341", "Austin, TX 78714-9685"),
}

// Where a missing return goes.
var delinquencies = []Office{
	office("Internal Revenue Service", "Return Delinquency", "Kansas City, MO 64999-0025"),
	office("Internal Revenue Service", "Stop 5500", "Fresno, CA 93888-0419"),
	office("Internal Revenue Service", "PO Box 145566", "Cincinnati, OH 45250-5566"),
}
