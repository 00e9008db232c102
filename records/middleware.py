"""What every request passes through: the content security policy, one change set a request."""

from records.models import ChangeSet

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
SAFE = {"GET", "HEAD", "OPTIONS"}


class ContentSecurityPolicy:
    """No inline script or style, nothing from elsewhere, on every page."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = POLICY
        return response


class OneChangeSet:
    """All that one request of a signed-in person changes belongs to one change set."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in SAFE or not request.user.is_authenticated:
            return self.get_response(request)
        with ChangeSet.open(who=request.user, why=request.POST.get("why", "").strip()):
            return self.get_response(request)
